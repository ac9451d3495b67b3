import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';

/** The user's own file was changed meanwhile, in the same places as what is open: whose values stay. */
export default function OwnFileDialog() {
  const run = useRun();
  const own = useShown((s) => s.ownFile);
  const close = () => void run('closeDialog');
  if (own?.phase !== 'changed') return null;
  const { file, conflicts = [], message } = own;
  return (
    <Window
      title={`${file} was changed meanwhile`}
      onClose={close}
      foot={
        <>
          <button type="button" className="button" onClick={() => { close(); void run('saveCaseAs'); }}>Save as another file…</button>
          {message === undefined && (
            <button type="button" className="button" onClick={() => run('decideOwnFile', 'file')}>Take the file’s</button>
          )}
          <button type="button" className="button" onClick={() => run('decideOwnFile', 'here')}>
            {message === undefined ? 'Keep mine' : 'Write over it'}
          </button>
        </>
      }
    >
      {message === undefined ? (
        <>
          <p>
            Somebody else, or another program, wrote into it since it was saved here. Nothing of it was written over. What only one side
            changed is brought together; here both sides changed the same:
          </p>
          <ul className="plain-list">{conflicts.map((text) => <li key={text}>{text}</li>)}</ul>
        </>
      ) : (
        <p>It cannot be read as a case any more: {message} Nothing of it was written over.</p>
      )}
    </Window>
  );
}
