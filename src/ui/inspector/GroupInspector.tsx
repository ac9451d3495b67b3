import { useEffect, useRef, useState } from 'react';
import { groupColours, tieWords, type ChartGroup, type Entity, type GroupColour, type Relationship } from '../../model';
import { chartSpoken, lookup, visiblePart } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { Section } from '../parts/Section';
import { StatusBadge } from '../parts/StatusBadge';
import { useKeys, useRun, useShown } from '../shell/useWorkspace';
import './group.css';

/** How many members, and how many ties, are listed; the tables have all of them. */
const LISTED = 100;

const COLOUR_NAMES: Readonly<Record<GroupColour, string>> = {
  group1: 'blue', group2: 'green', group3: 'orange', group4: 'violet', group5: 'turquoise', group6: 'pink', group7: 'olive', group8: 'grey',
};

/** A group of the chart: what it is called, its ground, who is in it, and the ties that lead out of it, each with its own sources. */
export function GroupInspector({ group }: { group: ChartGroup }) {
  const part = useShown(visiblePart);
  const members = new Set(group.members);
  const drawn = part.entities.filter((e) => members.has(e.id));
  const leading = part.relationships.filter((r) => members.has(r.from) !== members.has(r.to));
  return (
    <>
      <div className="section">
        <p className="inspector-kind">Group</p>
        <GroupName group={group} />
        <p className="inspector-facts">{count(drawn.length, 'entity', 'entities')} · taken together by hand or by rule; no evidence</p>
        <Colours group={group} />
        <GroupActions group={group} />
      </div>
      <Section title="In it" aside={<span className="quiet figure small-text">{drawn.length}</span>}>
        <ul>{drawn.slice(0, LISTED).map((entity) => <Member key={entity.id} entity={entity} />)}</ul>
        <More all={drawn.length} />
      </Section>
      {leading.length > 0 && (
        <Section title="Ties out of it" aside={<span className="quiet figure small-text">{leading.length}</span>}>
          <ul>{leading.slice(0, LISTED).map((r) => <LeadingTie key={r.id} tie={r} forward={members.has(r.from)} />)}</ul>
          <More all={leading.length} />
        </Section>
      )}
    </>
  );
}

function More({ all }: { all: number }) {
  return all > LISTED ? <p className="quiet small-text">and {(all - LISTED).toLocaleString('en')} more, in the tables</p> : null;
}

/** The name is kept as one types, and the field has what was typed meanwhile. It has the caret where the group has just been made. */
function GroupName({ group: { id, name } }: { group: ChartGroup }) {
  const run = useRun();
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string>();
  const made = useShown((s) => s.history.undo.at(-1)?.startsWith('Group ') ?? false);
  useEffect(() => {
    if (made) field.current?.select();
  }, [id, made]);
  const type = (text: string) => {
    setDraft(text);
    if (text.trim() !== '') run('nameGroup', { id, name: text });
  };
  return (
    <label className="field group-name">
      <span className="field-label">Name</span>
      <input
        ref={field} type="text" value={draft ?? name} maxLength={200} onChange={(e) => type(e.target.value)}
        onBlur={() => setDraft(undefined)}
      />
    </label>
  );
}

function Colours({ group: { id, colour: chosen } }: { group: ChartGroup }) {
  const run = useRun();
  const colour: GroupColour | 'none' = chosen ?? 'none';
  const options: readonly (GroupColour | 'none')[] = ['none', ...groupColours];
  return (
    <div className="group-colours" role="radiogroup" aria-label="Ground">
      {options.map((each) => (
        <label key={each} className="group-colour tint" data-tint={each} title={nameOf(each)}>
          <input
            type="radio" name={`ground-${id}`} aria-label={nameOf(each)} checked={colour === each}
            onChange={() => run('colourGroup', { id, colour: each })}
          />
          {colour === each && <span aria-hidden="true">✓</span>}
        </label>
      ))}
    </div>
  );
}

const nameOf = (colour: GroupColour | 'none') => (colour === 'none' ? 'no colour' : COLOUR_NAMES[colour]);

function GroupActions({ group: { id, closed } }: { group: ChartGroup }) {
  const run = useRun();
  const keys = useKeys();
  return (
    <div className="inspector-actions">
      <button type="button" className="chip" title={keys('toggleGroup')} onClick={() => run('toggleGroup', id)}>
        {closed ? 'Open' : 'Close'}
      </button>
      <button type="button" className="chip" onClick={() => run('ungroup', id)}>Ungroup</button>
      <button type="button" className="chip" title={keys('hide')} onClick={() => run('hide')}>Hide</button>
    </div>
  );
}

function Member({ entity: { id, name, type } }: { entity: Entity }) {
  const run = useRun();
  return (
    <li>
      <button type="button" className="tie" onClick={() => run('selectEntity', id)}>
        <span className="tie-text"><EntityIcon type={type} /> <bdi className="tie-name">{name}</bdi></span>
      </button>
    </li>
  );
}

function LeadingTie({ tie, forward }: { tie: Relationship; forward: boolean }) {
  const run = useRun();
  const { name, status: statusOf } = useShown(lookup);
  const spoken = useShown(chartSpoken);
  const status = statusOf(tie);
  const firm = status === 'confirmed' || status === 'reported';
  return (
    <li>
      <button type="button" className="tie" data-doubtful={!firm || undefined} onClick={() => run('selectRelationship', tie.id)}>
        <span className="tie-text">
          {tieWords(tie, forward, status, name, spoken.period)}{!firm && <> <StatusBadge status={status} /></>}
        </span>
      </button>
    </li>
  );
}

function count(n: number, one: string, more: string): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : more}`;
}
