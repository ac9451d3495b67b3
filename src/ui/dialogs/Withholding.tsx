import { useEffect, useState } from 'react';
import { relationshipTypes } from '../../model';
import { lookup, publishedPart, type Withholding as Withheld, type WithheldTexts } from '../../workspace';
import { Check } from '../parts/Check';
import { useShown, useWorkspace } from '../shell/useWorkspace';
import './withholding.css';

type One = Withheld['withheld'][number];

interface Props {
  title: string;
  withholding: Withheld;
  onChange: (next: Withheld) => void;
  /** How many texts nobody has decided on. */
  onUndecided: (count: number) => void;
}

const NO_TEXTS: WithheldTexts = { telling: [], undecided: [], warnings: [] };
const SETTLES_AFTER = 250;

/** What is taken out or published under another name, the texts that name it, and what could still give it away. */
export function Withholding({ title, withholding, onChange, onUndecided }: Props) {
  const { texts, failed } = useTexts(title, withholding, onUndecided);
  const { withheld, rewritten, leftOut } = withholding;
  const nameOf = useNames();
  return (
    <fieldset className="withholding">
      <legend><b>Withheld</b></legend>
      <WithholdField withheld={withheld} onAdd={(one) => onChange({ ...withholding, withheld: [...withheld, one] })} />
      {withheld.length > 0 && (
        <ul className="withheld-list">
          {withheld.map((one) => (
            <li key={`${one.kind}/${one.id}`}>
              <span><b>{nameOf(one)}</b>{one.as === undefined ? ' is taken out' : ` is “${one.as}”`}</span>
              <button
                type="button" className="button small" aria-label={`Publish ${nameOf(one)} again`}
                onClick={() => onChange({ ...withholding, withheld: withheld.filter((other) => other !== one) })}
              >
                Publish
              </button>
            </li>
          ))}
        </ul>
      )}
      {withheld.length > 0 && (
        <Check checked={withholding.said ?? false} onChange={(said) => onChange({ ...withholding, said })}>
          Say in the file that something is withheld
        </Check>
      )}
      {failed !== undefined && <p role="alert">{failed}</p>}
      {texts.telling.length > 0 && (
        <TellingTexts
          texts={texts} rewritten={rewritten} leftOut={leftOut}
          onRewrite={(place, text) => onChange({ ...withholding, rewritten: { ...rewritten, [place]: text },
            leftOut: leftOut.filter((p) => p !== place) })}
          onLeave={(places) => onChange({ ...withholding, leftOut: [...new Set([...leftOut, ...places])] })}
        />
      )}
      {texts.warnings.length > 0 && (
        <div className="withholding-warnings" role="note">
          <b>What could still give it away</b>
          <ul>{texts.warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul>
        </div>
      )}
    </fieldset>
  );
}

/** Chooses one more, and the name that it goes under. */
function WithholdField({ withheld, onAdd }: { withheld: readonly One[]; onAdd: (one: One) => void }) {
  const part = useShown(publishedPart);
  const nameOf = useNames();
  const [chosen, setChosen] = useState('');
  const [as, setAs] = useState('');
  const taken = new Set(withheld.map((one) => `${one.kind}/${one.id}`));
  const groups = [
    ['Entities', 'entity', part.entities], ['Sources', 'source', part.sources], ['Relationships', 'relationship', part.relationships],
  ] as const;
  const kind = chosen.slice(0, chosen.indexOf('/')) as One['kind'];
  const add = () => {
    onAdd({ kind, id: chosen.slice(chosen.indexOf('/') + 1), ...(as.trim() === '' || kind === 'relationship' ? {} : { as: as.trim() }) });
    setChosen('');
    setAs('');
  };
  return (
    <div className="withhold-field">
      <label>
        <span className="quiet small-text">What</span>
        <select value={chosen} onChange={(e) => setChosen(e.target.value)}>
          <option value="">choose…</option>
          {groups.map(([label, of, records]) => (
            <optgroup key={of} label={label}>
              {records
                .map((r) => ({ key: `${of}/${r.id}`, name: nameOf({ kind: of, id: r.id }) }))
                .filter(({ key }) => !taken.has(key))
                .sort((a, b) => a.name.localeCompare(b.name, 'en'))
                .map(({ key, name }) => <option key={key} value={key}>{name}</option>)}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        <span className="quiet small-text">Published as</span>
        <input
          type="text" value={as} maxLength={80} placeholder="taken out" disabled={kind === 'relationship'} onChange={(e) =>
            setAs(e.target.value)}
        />
      </label>
      <button type="button" className="button" disabled={chosen === ''} onClick={add}>Withhold</button>
    </div>
  );
}

interface TellingProps extends Pick<Withheld, 'rewritten' | 'leftOut'> {
  texts: WithheldTexts;
  onRewrite: (place: string, text: string) => void;
  onLeave: (places: readonly string[]) => void;
}

/** Each text that names it, to be rewritten or left out. */
function TellingTexts({ texts: { telling, undecided }, rewritten, leftOut, onRewrite, onLeave }: TellingProps) {
  const left = new Set(leftOut);
  const open = new Set(undecided.map((t) => t.place));
  return (
    <div className="telling">
      <div className="telling-head">
        <b role="status">
          {undecided.length === 0
            ? `All ${telling.length} texts that name it are decided`
            : `${undecided.length} of ${telling.length} texts that name it are to be rewritten or left out`}
        </b>
        <button type="button" className="button small" disabled={undecided.length === 0} onClick={() =>
          onLeave(undecided.map((t) => t.place))}>
          Leave all out
        </button>
      </div>
      <ul>
        {telling.map(({ place, text, found, instead }) => (
          <li key={place} className={open.has(place) ? 'open' : ''}>
            <label>
              <span className="quiet small-text">names “{found.name}”</span>
              <textarea rows={2} value={rewritten[place] ?? text} onChange={(e) => onRewrite(place, e.target.value)} />
            </label>
            <span className="small-text">
              {left.has(place) ? instead === undefined ? 'left out' : `published as “${instead}”` : open.has(place) ? 'undecided'
                : 'rewritten'}
            </span>
            <button type="button" className="button small" disabled={left.has(place)} onClick={() => onLeave([place])}>Leave out</button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useNames(): (one: Pick<One, 'kind' | 'id'>) => string {
  const part = useShown(publishedPart);
  const { name } = useShown(lookup);
  return ({ kind, id }) => {
    if (kind === 'entity') return name(id);
    if (kind === 'source') return part.sources.find((s) => s.id === id)?.title ?? id;
    const tie = part.relationships.find((r) => r.id === id);
    return tie ? `${name(tie.from)} ${tie.label ?? relationshipTypes[tie.type].verb} ${name(tie.to)}` : id;
  };
}

/** The texts of what would be saved, once nothing has changed for a moment. */
function useTexts(title: string, withholding: Withheld, onUndecided: (count: number) => void) {
  const workspace = useWorkspace();
  const [found, setFound] = useState<{ texts: WithheldTexts; failed?: string }>({ texts: NO_TEXTS });
  useEffect(() => {
    let late = false;
    const look = async () => {
      try {
        const texts = await workspace.withheldTexts({ kind: 'json', title, withholding });
        if (late) return;
        setFound({ texts });
        onUndecided(texts.undecided.length);
      } catch (error) {
        if (!late) setFound({ texts: NO_TEXTS, failed: (error as Error).message });
      }
    };
    const waiting = setTimeout(() => void look(), SETTLES_AFTER);
    return () => {
      late = true;
      clearTimeout(waiting);
    };
  }, [workspace, title, withholding, onUndecided]);
  return found;
}
