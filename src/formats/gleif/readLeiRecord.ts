import type { Entity, Properties, Relationship } from '../../model';
import { countryCode } from '../words';
import type { DatasetBuilder } from '../builder';
import { at, listAt, textAt, textsBelow, type Node } from './node';
import { claimOf, dayIn } from './registry';

const TYPES: Readonly<Record<string, Entity['type']>> = {
  FUND: 'organization', INTERNATIONAL_ORGANIZATION: 'organization', RESIDENT_GOVERNMENT_ENTITY: 'publicBody',
};
/** Codes for "not registered" and "not known" in the list of registration authorities. */
const NO_AUTHORITY: ReadonlySet<string> = new Set(['RA888888', 'RA999999']);
/** Elements that become fields. */
const READ: ReadonlySet<string> = new Set([
  'LegalName', 'OtherEntityNames', 'TransliteratedOtherEntityNames', 'LegalAddress', 'HeadquartersAddress', 'OtherAddresses',
  'TransliteratedOtherAddresses', 'RegistrationAuthority', 'EntityCreationDate', 'SuccessorEntity', 'AssociatedEntity',
]);

const OTHER_NAMES = [['OtherEntityNames', 'OtherEntityName'], ['TransliteratedOtherEntityNames', 'TransliteratedOtherEntityName']] as const;

/** Reads an LEI record: the entity, and what succeeds it or belongs to it. Undefined, reported, without an LEI. */
export function readLeiRecord(
  record: Node, place: string, builder: DatasetBuilder,
): { entity: Entity; relationships: Omit<Relationship, 'id'>[] } | undefined {
  const lei = textAt(record, 'LEI');
  const entity = at(record, 'Entity');
  if (lei === undefined || entity === undefined) {
    builder.warn('missing-id', place, 'This record has no LEI or no Entity; it was not read.', 'Correct or remove it.');
    return undefined;
  }
  const registration = at(record, 'Registration');
  const claim = claimOf(registration, `LEI record ${lei}`, builder);
  const name = textAt(entity, 'LegalName');
  if (name === undefined) builder.warn('no-name', place, `“${lei}” has no legal name; its LEI stands for it.`, 'Give it a name.', lei);
  const aliases = otherNames(entity).filter((alias) => alias !== name);
  const jurisdiction =
    countryCode(textAt(entity, 'LegalJurisdiction') ?? '') ?? countryCode(textAt(entity, 'LegalAddress', 'Country') ?? '');
  const created = textAt(entity, 'EntityCreationDate');
  const start = dayIn(created, 'EntityCreationDate', place, builder);
  const end = endOf(entity, place, builder);
  const properties = keptOf(entity, at(record, 'Registration'), start === undefined ? created : undefined, builder);
  if (at(record, 'Extension') !== undefined) builder.miss('extensions (geocoding and the like)');
  return {
    entity: {
      id: lei,
      type: TYPES[textAt(entity, 'EntityCategory') ?? ''] ?? 'company',
      name: name ?? lei,
      ...(aliases.length > 0 ? { aliases: [...new Set(aliases)] } : {}),
      ...(jurisdiction ? { jurisdiction } : {}),
      ...(start ? { start } : {}),
      ...(end ? { end } : {}),
      identifiers: [{ scheme: 'LEI', value: lei }, ...registrationNumber(entity)],
      claims: [claim],
      properties,
    },
    relationships: [
      ...related(entity, 'SuccessorEntity', 'SuccessorLEI', lei, { type: 'succeeds' }, claim),
      ...related(entity, 'AssociatedEntity', 'AssociatedLEI', lei, { type: 'linkedTo', label: 'is associated with' }, claim),
    ],
  };
}

function otherNames(entity: Node): string[] {
  return OTHER_NAMES.flatMap(([list, item]) => listAt(entity, list, item).flatMap((one) => textAt(one) ?? textAt(one, item) ?? []));
}

/**
 * When an inactive entity ended, as far as the record says: its expiration, else the last dissolution,
 * merger or liquidation that took effect.
 */
function endOf(entity: Node, place: string, builder: DatasetBuilder): string | undefined {
  const expired = textAt(entity, 'EntityExpirationDate');
  if (expired !== undefined) return dayIn(expired, 'EntityExpirationDate', place, builder);
  if (textAt(entity, 'EntityStatus') !== 'INACTIVE') return undefined;
  const endings = listAt(entity, 'LegalEntityEvents', 'LegalEntityEvent').filter((event) =>
    /DISSOLUTION|MERGER|ABSORPTION|LIQUIDATION|INSOLVENCY|BANKRUPTCY/.test(textAt(event, 'LegalEntityEventType') ?? ''),
  );
  const dates = endings.flatMap(
    (event) => dayIn(textAt(event, 'LegalEntityEventEffectiveDate'), 'LegalEntityEventEffectiveDate', place, builder) ?? [],
  );
  return dates.sort().at(-1);
}

function registrationNumber(entity: Node): { scheme: string; value: string }[] {
  const value = textAt(entity, 'RegistrationAuthority', 'RegistrationAuthorityEntityID');
  const authority = textAt(entity, 'RegistrationAuthority', 'RegistrationAuthorityID') ?? 'register';
  return value === undefined ? [] : [{ scheme: NO_AUTHORITY.has(authority) ? 'register' : authority, value }];
}

function related(
  entity: Node, element: string, leiElement: string, lei: string, said: Pick<Relationship, 'type' | 'label'>,
  claim: Relationship['claims'][number],
): Omit<Relationship, 'id'>[] {
  const all = listAt(entity, element, element);
  return all.flatMap((one) => {
    const other = textAt(one, leiElement);
    if (other === undefined) return [];
    return [
      said.type === 'succeeds' ? { ...said, from: other, to: lei, claims: [claim] } : { ...said, from: lei, to: other, claims: [claim] },
    ];
  });
}

/** Everything that is no field: addresses as one text each, the rest by dotted names, with the state of the registration. */
function keptOf(entity: Node, registration: Node | undefined, badDate: string | undefined, builder: DatasetBuilder): Properties {
  const kept = new Map<string, string | string[]>();
  const kinds = OTHER_NAMES.flatMap(([list, item]) => listAt(entity, list, item).flatMap((one) => {
    const kind = textAt(one, '@type') ?? textAt(one, 'type');
    return kind === undefined ? [] : [`${kind}: ${textAt(one) ?? textAt(one, item) ?? ''}`];
  }));
  if (kinds.length > 0) kept.set('OtherEntityNames', kinds);
  if (badDate !== undefined) kept.set('EntityCreationDate', badDate);
  for (const name of ['LegalAddress', 'HeadquartersAddress']) {
    const address = addressText(at(entity, name));
    if (address !== '') kept.set(name, address);
  }
  for (const [list, item] of [['OtherAddresses', 'OtherAddress'], ['TransliteratedOtherAddresses', 'TransliteratedOtherAddress']]) {
    const addresses = listAt(entity, list!, item!).map(addressText).filter((text) => text !== '');
    if (addresses.length > 0) kept.set(list!, addresses);
  }
  for (const related of ['SuccessorEntity', 'AssociatedEntity']) {
    const names = listAt(entity, related, related).flatMap((one) => textAt(one, `${related}Name`) ?? []);
    if (names.length > 0) kept.set(`${related}.name`, names);
  }
  collect(entity, kept, (name) => !READ.has(name.split('.')[0]!));
  if (registration !== undefined) collect({ Registration: registration }, kept, () => true);
  for (const name of new Set([...kept.keys()].map((key) => key.split('.')[0]!))) builder.keep(name);
  return Object.fromEntries(kept);
}

/** The texts below a node, several of one path as a list. */
export function collect(node: Node, into: Map<string, string | string[]>, wanted: (name: string) => boolean): void {
  for (const [name, text] of textsBelow(node)) {
    if (!wanted(name)) continue;
    const known = into.get(name);
    if (Array.isArray(known)) known.push(text);
    else into.set(name, known === undefined ? text : [known, text]);
  }
}

function addressText(address: Node | undefined): string {
  if (address === undefined) return '';
  const lines = [...textsBelow(address)].filter(([name]) => !/MailRouting|AddressNumber/.test(name)).map(([, text]) => text);
  return [...new Set(lines)].join(', ');
}
