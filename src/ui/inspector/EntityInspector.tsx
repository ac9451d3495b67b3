import { useMemo } from 'react';
import { datesText, entityTypes, relationshipTypes, type Entity, type Source } from '../../model';
import type { Records } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { LineSample } from '../parts/LineSample';
import { Section } from '../parts/Section';
import { ClaimItem } from './ClaimItem';
import { EntityActions } from './EntityActions';
import { Identifiers } from './Identifiers';
import { propertyFacts } from './relationshipFacts';
import { TieRow } from './TieRow';
import { tiesOf, type Tie, type TieGroup } from './tiesOf';

interface Props {
  entity: Entity;
  /** Every record that its ties speak of. */
  records: Records;
  /** Neighbours beyond those in the records. */
  more: number;
  withoutSources: readonly string[] | undefined;
  nameOf: (id: string) => string;
  sourceOf: (id: string) => Source | undefined;
}

/** An entity: who it is, who holds it and what it holds, its other ties, and what is said of it. */
export function EntityInspector({ entity, records, more, withoutSources, nameOf, sourceOf }: Props) {
  const ties = useMemo(() => tiesOf(entity.id, records, withoutSources), [entity.id, records, withoutSources]);
  const properties = propertyFacts(entity.properties);
  const claims = entity.claims ?? [];
  return (
    <>
      <div className="section">
        <p className="inspector-kind"><EntityIcon type={entity.type} /> {entityTypes[entity.type].label}</p>
        <h2 className="inspector-name">{entity.name}</h2>
        <Facts entity={entity} />
        {entity.summary && <p className="prose inspector-summary">{entity.summary}</p>}
        <EntityActions entity={entity.id} />
      </div>
      <Stakes title="Held by" ties={ties.stakesIn} nameOf={nameOf} />
      <Stakes title="Holds" ties={ties.stakesOut} nameOf={nameOf} />
      {ties.groups.length > 0 && (
        <Section title="Ties">
          {ties.groups.map((group) => <Group key={`${group.type}${group.forward}`} group={group} nameOf={nameOf} />)}
          {more > 0 && <p className="quiet small-text">and {more} more neighbours than are listed here</p>}
        </Section>
      )}
      {claims.length > 0 && (
        <Section title="Said of it">
          <ul>{claims.map((claim, i) => <ClaimItem key={i} claim={claim} source={sourceOf(claim.source)} />)}</ul>
        </Section>
      )}
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

/** "North Korea" for KP; the code itself for a part of a country or one that the browser does not know. */
function countryText(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code.slice(0, 2)) ?? code;
}

function Stakes({ title, ties, nameOf }: { title: string; ties: readonly Tie[]; nameOf: Props['nameOf'] }) {
  if (ties.length === 0) return null;
  return (
    <Section title={title}>
      <ul>{ties.map((tie) => <TieRow key={tie.relationship.id} tie={tie} name={nameOf(tie.other)} word={STAKE_WORDS[tie.relationship.type]} />)}</ul>
    </Section>
  );
}

const STAKE_WORDS: Partial<Record<Tie['relationship']['type'], string>> = { partnerIn: 'partner', trusteeOf: 'trustee', controls: 'control' };

function Group({ group, nameOf }: { group: TieGroup; nameOf: Props['nameOf'] }) {
  const { verb, inverse, family } = relationshipTypes[group.type];
  return (
    <>
      <h3 className="ties-type"><LineSample family={family} /> {group.forward ? verb : inverse}</h3>
      <ul>{group.ties.map((tie) => <TieRow key={tie.relationship.id} tie={tie} name={nameOf(tie.other)} word={tie.relationship.label} />)}</ul>
    </>
  );
}
