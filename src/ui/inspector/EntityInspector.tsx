import type { ReactNode } from 'react';
import { datesText, entityTypes, relationshipTypes, type Entity, type RelationshipType } from '../../model';
import { inBoxOf, lookup, type InspectedEntity, type Tie } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { LineSample } from '../parts/LineSample';
import { Section } from '../parts/Section';
import { VentureWays } from '../ventures/VentureWays';
import { Notes, RecordActions } from '../editing/RecordActions';
import { useRun, useShown } from '../shell/useWorkspace';
import { ClaimItem } from './ClaimItem';
import { EntityActions } from './EntityActions';
import { Identifiers } from './Identifiers';
import { propertyFacts } from './relationshipFacts';
import { TieRow } from './TieRow';

/** An entity: who it is, who holds it and what it holds, its other ties, and what is said of it. */
export function EntityInspector({ looked }: { looked: InspectedEntity }) {
  const { entity, stakesIn, stakesOut, claims, offChart } = looked;
  const stakes = new Set([...stakesIn, ...stakesOut].map((t) => t.relationship.id));
  const groups = looked.groups.filter((g) => g.ties.some((t) => !stakes.has(t.relationship.id)));
  const partners = new Set(
    stakesIn.filter((t) => t.relationship.type === 'owns' || t.relationship.type === 'partnerIn').map((t) => t.other),
  );
  const isVenture = entity.type === 'jointVenture' || partners.size >= 2;
  const properties = propertyFacts(entity.properties);
  return (
    <>
      <div className="section">
        <p className="inspector-kind"><EntityIcon type={entity.type} /> {entityTypes[entity.type].label}</p>
        <h2 className="inspector-name"><bdi>{entity.name}</bdi></h2>
        <Facts entity={entity} />
        {entity.summary && <p className="prose inspector-summary">{entity.summary}</p>}
        <EntityActions entity={entity.id} offChart={offChart} />
        <DrawnAsOne entity={entity.id} />
        <RecordActions list="entities" id={entity.id} />
      </div>
      <Stakes title="Held by" ties={stakesIn}>
        {isVenture && <VentureWays venture={entity.id} name={entity.shortName ?? entity.name} />}
      </Stakes>
      <Stakes title="Holds" ties={stakesOut} />
      {groups.length > 0 && (
        <Section title="Ties" aside={<span className="quiet figure small-text">{looked.tieCount}</span>}>
          {groups.map(({ type, forward, verb, ties }) => (
            <div key={`${type}${forward}`} className="ties">
              <h3 className="ties-type"><LineSample family={relationshipTypes[type].family} /> {verb}</h3>
              <ul>{ties.map((tie) => <TieRow key={tie.relationship.id} tie={tie} word={tie.relationship.label} />)}</ul>
            </div>
          ))}
        </Section>
      )}
      {claims.length > 0 && (
        <Section title="Said of it">
          <ul>{claims.map((cited, i) => <ClaimItem key={i} {...cited} at={{ list: 'entities', id: entity.id, claim: i }} />)}</ul>
        </Section>
      )}
      <Notes at={{ entity: entity.id }} />
      {(entity.identifiers || properties.length > 0) && <Identifiers identifiers={entity.identifiers ?? []} properties={properties} />}
    </>
  );
}

function Facts({ entity }: { entity: Entity }) {
  const facts = [entity.jurisdiction && countryText(entity.jurisdiction), datesText(entity)].filter(Boolean);
  const aliases = (entity.aliases ?? []).map((alias) => `“${alias}”`);
  return (
    <p className="inspector-facts">
      {facts.join(' · ')}
      {facts.length > 0 && aliases.length > 0 && ' · '}
      {aliases.length > 0 && `also ${aliases.join(', ')}`}
    </p>
  );
}

/** "North Korea" for KP; the code itself for one that the browser does not know. */
function countryText(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code.slice(0, 2)) ?? code;
}

const STAKE_WORDS: Partial<Record<RelationshipType, string>> = { partnerIn: 'partner', trusteeOf: 'trustee', controls: 'controls' };

function Stakes({ title, ties, children }: { title: string; ties: readonly Tie[]; children?: ReactNode }) {
  if (ties.length === 0) return null;
  return (
    <Section title={title}>
      {children}
      <ul>
        {ties.map((tie) => (
          <TieRow key={tie.relationship.id} tie={tie} word={tie.relationship.label ?? STAKE_WORDS[tie.relationship.type]} />
        ))}
      </ul>
    </Section>
  );
}

/** Who else is drawn in this entity's box, each to be looked at, and the way back. */
function DrawnAsOne({ entity }: { entity: string }) {
  const chart = useShown((s) => s.chart);
  const { name } = useShown(lookup);
  const run = useRun();
  const others = inBoxOf(chart, entity).filter((id) => id !== entity);
  if (others.length === 0) return null;
  return (
    <div className="drawn-as-one">
      <p className="small-text">
        Drawn as one with{' '}
        {others.map((id, i) => (
          <span key={id}>
            {i > 0 && ', '}
            <button type="button" className="text-button" onClick={() => run('selectEntity', id)}>
              {name(id)}
            </button>
          </span>
        ))}
        . Each keeps its own ties and claims.
      </p>
      <button type="button" className="chip" onClick={() => run('takeApart', entity)}>Take apart</button>
    </div>
  );
}
