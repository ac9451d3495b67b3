import { Pause, Play, SkipBack, SkipForward } from 'lucide';
import { SPEEDS } from '../../workspace';
import { IconButton } from '../parts/IconButton';
import { useKeys, useRun, useShown } from '../shell/useWorkspace';

/** Goes through the years, by itself or step by step; whatever is drawn keeps its place. */
export function Player() {
  const playing = useShown((s) => s.jobs.has('play'));
  const speed = useShown((s) => s.view.speed);
  const run = useRun();
  const keys = useKeys();
  return (
    <div className="player" role="group" aria-label="Play through the years">
      <IconButton icon={SkipBack} label="Previous year" keys={keys('previousYear')} plain small onClick={() => run('previousYear')} />
      <IconButton
        icon={playing ? Pause : Play}
        label={playing ? 'Stop playing' : 'Play through the years'}
        keys={keys('playTime')}
        plain
        small
        aria-pressed={playing}
        onClick={() => run('playTime')}
      />
      <IconButton icon={SkipForward} label="Next year" keys={keys('nextYear')} plain small onClick={() => run('nextYear')} />
      <select
        className="player-speed figure"
        aria-label="Years a second"
        value={speed}
        onChange={(e) => run('setSpeed', Number(e.target.value))}
      >
        {SPEEDS.map((s) => (
          <option key={s} value={s}>
            {s === 0.5 ? '½' : s}/s
          </option>
        ))}
      </select>
    </div>
  );
}
