import { hashOf, put, sameAsId, withFullStop, type Claim, type Edit, type Entity, type PartialDate, type Source } from '../model';
import type { Candidate, Manifest } from './protocol';

interface AcceptedFrom {
  readonly manifest: Pick<Manifest, 'name' | 'view'>;
  /** The address of the service. */
  readonly service: string;
  /** The day on which it was accepted. */
  readonly on: PartialDate;
  /** `same`: certainly the same; `probably`: as a mere probability, which makes every route through it visibly weak. */
  readonly as: 'same' | 'probably';
}

/** What an accepted candidate adds. */
interface AcceptedCandidate {
  /** The entity of the register. */
  readonly entity: Entity;
  /** The id of the `sameAs`. */
  readonly sameAs: string;
  /** All that is added: the source, the entity, the `sameAs`. */
  readonly edits: readonly Edit[];
}

/**
 * A candidate as it is accepted: an entity of that register, a `sameAs` to it, and the service as the source of both, dated. What the
 * register says of it is a claim of that source. Ids follow from the service, the record and the day.
 */
export function acceptedCandidate(
  entity: Pick<Entity, 'id' | 'type'>, { id, name, description, score }: Candidate, { manifest, service, on, as }: AcceptedFrom,
): AcceptedCandidate {
  const place = placeOf(service);
  const source: Source = {
    id: `register-${place}-${on}`, title: `Answers of ${manifest.name}`, publisher: manifest.name, published: on, accessed: on,
    url: service, kind: 'other',
  };
  const said = { source: source.id, stance: 'asserts' as const, locator: id.slice(0, 200), made: on };
  const record: Entity = {
    id: idIn(place, id), type: entity.type, name, identifiers: [{ scheme: manifest.name, value: id }],
    claims: [{ ...said, ...(description ? { statement: withFullStop(description.slice(0, 1000)) } : {}) }],
    ...(viewOf(manifest, id) ? { properties: { page: viewOf(manifest, id)! } } : {}),
  };
  const claim: Claim = {
    source: source.id, stance: as === 'same' ? 'asserts' : 'alleges', made: on, credibility: as === 'same' ? 2 : 3,
    statement: `Proposed by the service with a score of ${score} on its own scale, and accepted by the user of this chart.`,
  };
  const sameAs = sameAsId(entity.id, record.id);
  return {
    entity: record, sameAs,
    edits: [
      put('sources', source), put('entities', record),
      put('relationships', { id: sameAs, type: 'sameAs', from: entity.id, to: record.id, claims: [claim], properties: { score } }),
    ],
  };
}

/** The register's own page of a record, where its manifest says so and it is an address. */
function viewOf({ view }: Pick<Manifest, 'view'>, id: string): string | undefined {
  const address = view?.url.replaceAll('{{id}}', encodeURIComponent(id));
  return address !== undefined && /^https?:\/\//.test(address) && URL.canParse(address) ? address : undefined;
}

/** How ids name a service: by its host to be read, and by its whole address, since one host may have several services. */
function placeOf(service: string): string {
  const { host, href } = new URL(service);
  const readable = host.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'service';
  return `${readable}-${hashOf(href.replace(/\/+$/, '')).toString(36)}`;
}

/** The id of a record of a service; one that is too long for an id ends with what tells it from others that begin alike. */
function idIn(place: string, record: string): string {
  const id = `${place}-${record}`;
  return id.length <= 200 ? id : `${id.slice(0, 190)}-${hashOf(record).toString(36)}`;
}
