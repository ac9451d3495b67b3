import { Window } from '../parts/Window';
import { keysText } from '../shell/keysText';
import { useRun, useWorkspace } from '../shell/useWorkspace';
import { StatusBadge } from '../parts/StatusBadge';

/** Every shortcut, and how to read what is shown. */
export function Help() {
  const run = useRun();
  const { commands } = useWorkspace();
  const all = Object.values(commands).filter((c) => c.shortcut);
  const groups = [...new Set(all.map((c) => c.group))];
  return (
    <Window title="Help" wide reads onClose={() => run('closeDialog')}>
      <p className="help-lead">
        Choose two parties under <b>Trace</b> to see every way in which they are connected. Click an entity or a line to see what is known
        of it and who says so; double-click an entity to add or remove its neighbours.
      </p>
      <div className="help-groups">
        {groups.map((group) => (
          <section key={group} className="help-group" aria-label={group}>
            <h3 className="section-title">{group}</h3>
            {all.filter((c) => c.group === group).map((c) => (
              <p key={c.label} className="help-row">
                <span>{c.label}</span>
                <span className="help-keys">{c.shortcut!.map((keys) => <kbd key={keys} className="key">{keysText(keys)}</kbd>)}</span>
              </p>
            ))}
          </section>
        ))}
        <section className="help-group" aria-label="Mouse">
          <h3 className="section-title">Mouse</h3>
          {MOUSE.map(([gesture, what]) => (
            <p key={gesture} className="help-row">
              <span>{what}</span> <span className="quiet">{gesture}</span>
            </p>
          ))}
        </section>
        <section className="help-group" aria-label="Statuses">
          <h3 className="section-title">How sure it is</h3>
          {STATUSES.map(([status, meaning]) => (
            <p key={status} className="help-row"><StatusBadge status={status} /> <span className="quiet">{meaning}</span></p>
          ))}
        </section>
      </div>
    </Window>
  );
}

const MOUSE = [
  ['Shift-drag', 'Select everything in a rectangle'],
  ['Shift-click', 'Add to the selection, or take out of it'],
  ['drag', 'Move an entity, all that are selected, or the chart'],
  ['wheel', 'Zoom'],
  ['double-click', 'Expand or collapse neighbours'],
  ['right-click', 'Everything that can be done with it'],
] as const;

const STATUSES = [
  ['confirmed', 'two publishers assert it, or one record'],
  ['reported', 'one publisher asserts it'],
  ['alleged', 'it is only alleged'],
  ['disputed', 'somebody denies or doubts it'],
  ['reading', 'our own inference; no source says it'],
  ['denied', 'there are only denials'],
] as const;
