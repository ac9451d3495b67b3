import type { Claim, Source } from '../../model';
import type { Losses } from '../output';
import { citationText, hasTitle } from './citationText';
import { propertiesOf } from './schemata';

/** What a claim says that no property of FollowTheMoney holds. */
const OWN_OF_CLAIMS = ['statement', 'quote', 'checked', 'locator', 'credibility', 'made'] as const;

/** An entity as it is written: what stands beside id, schema and properties comes first in `extras`. */
export class WrittenEntity {
  readonly values = new Map<string, string[]>();

  constructor(
    readonly id: string,
    readonly schema: string,
    readonly at: string,
    readonly losses: Losses,
  ) {}

  has(property: string): boolean {
    return propertiesOf(this.schema).has(property);
  }

  /** Sets values of a property that the schema has; false where it has none of this name. */
  add(property: string, ...values: readonly string[]): boolean {
    if (!this.has(property)) return false;
    const known = this.values.get(property) ?? [];
    const fresh = values.filter((value) => value !== '' && !known.includes(value));
    if (known.length + fresh.length > 0) this.values.set(property, [...known, ...new Set(fresh)]);
    return true;
  }

  /** Sets the first of these properties that the schema has; counts a loss where it has none. */
  addTo(properties: readonly string[], value: string | undefined, what: string): void {
    if (value === undefined) return;
    if (value === '..') this.losses.add('unknown-end', this.at, 'that nobody knows whether it has ended', 'It is written without an end.');
    else if (!properties.some((property) => this.add(property, value)))
      this.losses.add(
        `lost-${what}`,
        this.at,
        `its ${what}, for which ${this.schema} has no property`,
        'Keep a copy as a Throughline dataset.',
      );
  }

  /**
   * Source addresses and publishers, but for datasets that are named already; a source whose title says more than these stands in
   * the description too. Authors, dates and kinds have no place.
   */
  cite(claims: readonly Claim[], sources: ReadonlyMap<string, Source>, datasets: readonly unknown[] = []): void {
    const cited = claims.map((claim) => sources.get(claim.source)).filter((source) => source !== undefined);
    if (cited.length > 0 && !this.has('sourceUrl'))
      this.losses.add(
        'lost-sources',
        this.at,
        `its sources, for which ${this.schema} has no property`,
        'Keep a copy as a Throughline dataset.',
      );
    for (const source of cited) {
      if (source.url !== undefined) this.add('sourceUrl', source.url);
      else if (!datasets.includes(source.publisher)) this.add('publisher', source.publisher);
      if (hasTitle(source)) this.add('description', citationText(source));
    }
    const publishers = new Set(cited.map((source) => source.publisher));
    if (publishers.size === 1 && cited[0]!.url !== undefined) this.add('publisher', cited[0]!.publisher);
    if (claims.some((claim) => OWN_OF_CLAIMS.some((field) => claim[field] !== undefined))) {
      this.losses.add(
        'lost-claims',
        this.at,
        'what its sources say, word for word, and where',
        'Keep a copy as a Throughline dataset; the addresses of the sources are written.',
      );
    }
  }

  toJson(extras: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
    return { id: this.id, schema: this.schema, ...extras, properties: Object.fromEntries(this.values) };
  }
}
