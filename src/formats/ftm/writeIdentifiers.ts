import { schemeOf } from '../gather';
import { propertiesOf } from './schemata';

/** The properties that may hold a number of this scheme, best first: the one that is read as it, then the general ones. */
export function propertyOfScheme(scheme: string, schema: string): string[] {
  const numbers = [...propertiesOf(schema)].filter(([, { type }]) => type === 'identifier' || type === 'iban').map(([name]) => name);
  const exact = numbers.filter((name) => schemeOf(name) === scheme || name.toLowerCase() === scheme.toLowerCase());
  return [...exact, 'registrationNumber', 'idNumber', 'serialNumber'].filter((name) => numbers.includes(name));
}
