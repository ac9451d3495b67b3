import { closeSync, openSync, writeSync } from 'node:fs';

/** How a made-up FollowTheMoney file is to be: so many bytes at least, the same for the same seed. */
interface LargeFile {
  readonly path: string;
  readonly bytes: number;
  readonly seed?: number;
}

const FIRST = [
  'Ada', 'Boris', 'Chiara', 'Dmitri', 'Elif', 'Farid', 'Gérard', 'Hana', 'Ivana', 'Jürgen', 'Kwame', 'Łucja', 'Мария', 'Noor', 'Olga',
  'Păvel',
];
const LAST = [
  'Alder', 'Birch', 'Cedar', 'Dogwood', 'Elm', 'Fir', 'Ginkgo', 'Hazel', 'Ivy', 'Juniper', 'Katsura', 'Linden', 'Maple', 'Nutmeg', 'Oak',
  'Pine',
];
const TRADE = ['Shipping', 'Trading', 'Holdings', 'Mining', 'Telecom', 'Energy', 'Capital', 'Logistics'];
const COUNTRIES = ['us', 'gb', 'cy', 'ru', 'de', 'kp', 'vg', 'ae'];
const DATASETS = [['us_ofac_sdn', 'eu_fsf'], ['ru_egrul'], ['gb_coh_psc'], ['opencorporates', 'gleif'], ['interpol_red_notices']];

/**
 * Writes made-up entities as OpenSanctions publishes them, one a line: of every ten records four are companies, two
 * people, three ownerships and one a directorship. Gives how many records there are.
 */
export function makeLargeFtmFile({ path, bytes, seed = 1 }: LargeFile): number {
  const file = openSync(path, 'w');
  const random = generator(seed);
  let written = 0;
  let records = 0;
  try {
    while (written < bytes) {
      const block = Array.from({ length: 1000 }, () => JSON.stringify(recordAt(records++, random))).join('\n');
      written += writeSync(file, `${block}\n`);
    }
  } finally {
    closeSync(file);
  }
  return records;
}

function recordAt(n: number, random: (below: number) => number): unknown {
  const place = n % 10;
  const within = n - place;
  const company = () => idAt(Math.floor(random(Math.max(within, 10)) / 10) * 10 + random(4));
  const person = () => idAt(Math.floor(random(Math.max(within, 10)) / 10) * 10 + 4 + random(2));
  if (place < 4) return companyAt(n, random);
  if (place < 6) return personAt(n, random);
  const day = {
    startDate: [dayOf(random)], ...(random(4) === 0 ? { endDate: [dayOf(random)] } : {}),
    sourceUrl: [`https://registry.example.org/filings/${2000 + random(24)}`],
  };
  if (place < 9)
    return framed(
      n,
      'Ownership',
      'Ownership',
      {
        owner: [random(3) === 0 ? person() : company()], asset: [company()], percentage: [`${5 + random(95)}`], role: ['shareholder'],
        ...day,
      },
      random,
    );
  return framed(
    n, 'Directorship', 'Directorship',
    { director: [person()], organization: [company()], role: [['director', 'chair', 'secretary'][random(3)]!], ...day }, random,
  );
}

function companyAt(n: number, random: (below: number) => number): unknown {
  const name = `${LAST[random(16)]} ${LAST[random(16)]} ${TRADE[random(8)]} ${n} Ltd`;
  return framed(
    n,
    'Company',
    name,
    {
      name: [name], alias: [`${name.toUpperCase()}`], jurisdiction: [COUNTRIES[random(8)]!], incorporationDate: [dayOf(random)],
      registrationNumber: [`${100_000_000 + n}`], status: ['active'],
      address: [`${1 + random(200)} ${LAST[random(16)]} Street, ${LAST[random(16)]}ton`], topics: ['corp.public'],
    },
    random,
  );
}

function personAt(n: number, random: (below: number) => number): unknown {
  const name = `${FIRST[random(16)]} ${LAST[random(16)]}-${LAST[random(16)]} ${n}`;
  return framed(
    n,
    'Person',
    name,
    {
      name: [name], nationality: [COUNTRIES[random(8)]!], birthDate: [dayOf(random)], firstName: [name.split(' ')[0]!],
      topics: ['sanction'], position: ['Member of the board of a company that is made up'],
    },
    random,
  );
}

function framed(
  n: number, schema: string, caption: string, properties: Record<string, string[]>, random: (below: number) => number,
): unknown {
  return {
    id: idAt(n), caption, schema, properties, referents: [`ref-${n}`], datasets: DATASETS[random(5)]!, first_seen: '2023-04-20T10:42:13',
    last_seen: '2024-05-12T06:20:01', last_change: '2024-01-09T18:20:02', target: random(20) === 0,
  };
}

function idAt(n: number): string {
  return `NK-${n.toString(36).padStart(8, '0')}`;
}

function dayOf(random: (below: number) => number): string {
  const two = (k: number) => String(k).padStart(2, '0');
  return `${1960 + random(64)}-${two(1 + random(12))}-${two(1 + random(28))}`;
}

/** A linear congruential generator (Numerical Recipes); gives whole numbers below a bound. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
