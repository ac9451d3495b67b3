import type { Claim, Entity, PerspectiveChart, Position, Relationship } from '../../model';
import {
  addViews, fileAsSource, fileLayout, idOf, keptProperties, positionOf, PUBLISHER_NOT_STATED,
  type DatasetBuilder, type Head,
} from '../builder';
import { asList, asText } from '../records';
import { isoDateOf, relationshipTypeOfFields } from '../words';
import { textOfHtml } from '../text/textOfHtml';
import { categoryNamed, saysPast, type CategoryReading } from './categories';
import { claimOfPage } from './claims';
import type { DrawnMap, Part } from './drawnMap';
import { mapPage, pageOf, typeOfPage, type Page } from './page';

export { mapIn } from './drawnMap';

/**
 * How Oligrapher draws nodes and lines; none of it says anything of the world. Dashes do: LittleSis dashes what is not known to be current.
 */
const STYLE: ReadonlySet<string> = new Set([
  'scale', 'status', 'color', 'arrow', 'cx', 'cy', 'x1', 'y1', 'x2', 'y2', 's1', 's2', 'is_reverse', 'edgeIds',
]);

/** What Oligrapher gives a node or line of which nobody chose the looks. */
const UNTOLD: ReadonlySet<unknown> = new Set([undefined, null, false, '', 0, 1, 'normal', '#ccc']);

/** Reads a map: nodes as entities, lines as relationships, its layout and the steps of its story as perspectives. */
export class MapReader {
  /** Ids of entities by the ids of their nodes, and by the keys that nodes stand under, which are the same in maps as they are saved. */
  readonly #byId = new Map<string, string>();
  readonly #byKey = new Map<string, string>();
  readonly #positions = new Map<string, Position>();
  readonly #endsOf = new Map<string, readonly [string, string]>();
  readonly #captions = new Map<string, string>();
  #mapClaim: Claim | undefined;

  constructor(
    readonly map: DrawnMap,
    readonly builder: DatasetBuilder,
  ) {}

  async read(): Promise<Head> {
    for (const at of this.map.strange)
      this.builder.warn('not-an-object', at, 'This part of the map is no object; it was not read.', 'Correct or remove it.');
    for (const node of this.map.nodes) {
      this.#readNode(node);
      await this.builder.nextTurn(0.3);
    }
    for (const edge of this.map.edges) {
      this.#readEdge(edge);
      await this.builder.nextTurn(0.6);
    }
    this.#readCaptions();
    this.#readViews();
    const { title, subtitle } = this.map;
    return { ...(title ? { title: textOfHtml(title) || title } : {}), ...(subtitle ? { summary: textOfHtml(subtitle) } : {}) };
  }

  #readNode({ key, json, at }: Part): void {
    const { id, name, x, y, url, description, ...rest } = json;
    const own = asText(id) ?? key;
    const page = pageOf(asText(url));
    const known = typeOfPage(page);
    const called = asText(name) ?? own;
    if (asText(name) === undefined)
      this.builder.warn('no-name', at, 'This node has no name; it stands under its id.', 'Give it a name.', own);
    const number = page?.onLittleSis ? page.id : undefined;
    const entity: Entity = {
      id: idOf(own),
      type: known ?? 'organization',
      name: called,
      ...(number === undefined ? {} : { identifiers: [{ scheme: 'LittleSis', value: number }] }),
      ...(asText(description) && textOfHtml(asText(description)!) ? { summary: textOfHtml(asText(description)!) } : {}),
      claims: this.#claimsOf(page),
      ...keptProperties(
        [...Object.entries(this.#withoutStyle(rest)), ...(page ? [] : [['url', url] as const])], at, this.builder,
        known ? {} : { typeUnknown: true },
      ),
    };
    const used = this.builder.addEntity(entity, at);
    if (!this.#byId.has(own)) this.#byId.set(own, used);
    if (!this.#byKey.has(key)) this.#byKey.set(key, used);
    const position = positionOf(x, y);
    if (position) this.#positions.set(used, position);
  }

  #readEdge({ key, json, at }: Part): void {
    const { id, node1_id, node2_id, label, url, arrow, dash, ...rest } = json;
    const [first, second] = [asText(node1_id), asText(node2_id)];
    if (first === undefined || second === undefined) {
      this.builder.warn(
        'missing-end', at, 'This line has no two nodes that it ties; it was not read.', 'Give it node1_id and node2_id.', key,
      );
      return;
    }
    const page = pageOf(asText(url));
    const said = this.#whatIsSaid(asText(label), arrow);
    const ends = said.turned ? [second, first] : [first, second];
    const relationship: Relationship = {
      id: asText(id) ?? key, type: said.type, from: this.#entity(ends[0]!), to: this.#entity(ends[1]!),
      ...(said.label ? { label: said.label } : {}), ...(said.role ? { role: said.role } : {}), claims: this.#claimsOf(page),
      ...keptProperties(
        [
          ...Object.entries(this.#withoutStyle({ ...rest, arrow })), ['dash', dash ? true : undefined],
          ...(page ? [] : [['url', url] as const]),
        ],
        at,
        this.builder,
        said.guessed ? { typeGuessedFrom: 'label' } : {},
      ),
    };
    this.builder.addRelationship(relationship, at);
    this.#endsOf.set(relationship.id, [relationship.from, relationship.to]);
    if (!this.#endsOf.has(key)) this.#endsOf.set(key, [relationship.from, relationship.to]);
  }

  #entity(node: string): string {
    return this.#byId.get(node) ?? this.#byKey.get(node) ?? node;
  }

  /**
   * A line that is labelled with a category of LittleSis is of it, in LittleSis's own order. Another label says in what
   * capacity: a usual word for a tie gives its type, unless it says that it is past; the rest follows the arrow, and
   * without one has no direction.
   */
  #whatIsSaid(label: string | undefined, arrow: unknown): CategoryReading {
    const category = label === undefined ? undefined : categoryNamed(label);
    if (category) return category;
    const turned = arrow === '2->1';
    const read = label === undefined || saysPast(label) ? undefined : relationshipTypeOfFields(new Map([['label', label]]));
    if (read && read.type !== 'linkedTo') return { type: read.type, turned: read.turned !== turned, role: label!, guessed: true };
    const along = turned || arrow === '1->2' || arrow === true || arrow === 1;
    return { type: along ? 'linkedTo' : 'connectedWith', turned, ...(label === undefined ? {} : { role: label }) };
  }

  #withoutStyle(rest: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const style = Object.entries(rest).filter(([name]) => STYLE.has(name));
    if (style.some(([name, value]) => name !== 'edgeIds' && name !== 'arrow' && !/^[xys][12]$/.test(name) && !UNTOLD.has(value)))
      this.builder.miss('looks of nodes and lines (size, colour, curves)');
    return Object.fromEntries(Object.entries(rest).filter(([name]) => !STYLE.has(name)));
  }

  /** The map says it, and so does the page of LittleSis that it links to. A page elsewhere is what the map refers to: no second witness. */
  #claimsOf(page: Page | undefined): Claim[] {
    this.#mapClaim ??= this.#claimOfMap();
    const map = this.#mapClaim;
    if (page === undefined) return [map];
    return page.onLittleSis ? [map, claimOfPage(page, this.builder)] : [{ ...map, locator: `links to ${page.url}` }];
  }

  #claimOfMap(): Claim {
    const { id, title, author, date } = this.map;
    const ofLittleSis = this.map.nodes.some(({ json }) => pageOf(asText(json.url))?.onLittleSis);
    const published = date === undefined ? undefined : isoDateOf(date).date;
    if (date && !published)
      this.builder.warn(
        'bad-date', '(root).attributes.date', 'The date of the map is none that exists; its source has none.',
        'Write YYYY-MM-DD, of a day that exists.', date,
      );
    const url = ofLittleSis && id !== undefined && /^\d+$/.test(id) ? mapPage(id) : undefined;
    const source = fileAsSource(this.builder, {
      title: title ? textOfHtml(title) : url ? `LittleSis map ${id}` : '',
      publisher: ofLittleSis ? 'LittleSis' : PUBLISHER_NOT_STATED,
      ...(author ? { author } : {}),
      ...(published ? { published } : {}),
      ...(url ? { url } : {}),
    });
    return { source, stance: 'asserts' };
  }

  /** Captions stand on the map only; their words are kept with the views that show them. */
  #readCaptions(): void {
    for (const { key, json } of this.map.captions) {
      const text = textOfHtml(asText(json.text) ?? '');
      if (text === '') continue;
      this.#captions.set(asText(json.id) ?? key, text);
      if (!this.#captions.has(key)) this.#captions.set(key, text);
      this.builder.miss('places of captions');
    }
  }

  #readViews(): void {
    if (this.#positions.size === 0) return;
    const subtitle = textOfHtml(this.map.subtitle ?? '');
    const whole = fileLayout(this.#positions, told([subtitle || 'The whole map, as its author laid it out.', ...this.#captions.values()]));
    addViews(this.builder, 'annotations', [
      () => whole, ...this.map.annotations.map((annotation, i) => () => this.#viewOf(annotation, i, whole)),
    ]);
  }

  /**
   * A step of the story: who it highlights, and who stands at the ends of the lines that it highlights;
   * everybody where it highlights nobody.
   */
  #viewOf({ json }: Part, index: number, whole: PerspectiveChart): PerspectiveChart {
    const named = (field: unknown) => asList(field).flatMap((one) => asText(one) ?? []);
    const ids = new Set([
      ...named(json.nodeIds).map((id) => this.#entity(id)), ...named(json.edgeIds).flatMap((id) => this.#endsOf.get(id) ?? []),
    ]);
    const positions = [...ids].flatMap((id): [string, Position][] => (this.#positions.has(id) ? [[id, this.#positions.get(id)!]] : []));
    const header = textOfHtml(asText(json.header) ?? asText(json.title) ?? '').replaceAll('\n', ' ');
    const text = textOfHtml(asText(json.text) ?? '');
    const title = header || `Step ${index + 1}`;
    const captions = named(json.captionIds).flatMap((id) => this.#captions.get(id) ?? []);
    return {
      id: `annotation-${index + 1}`, title, summary: told([text || title, ...captions]),
      positions: positions.length > 0 ? Object.fromEntries(positions) : whole.positions,
    };
  }
}

function told(parts: readonly string[]): string {
  return [...new Set(parts)].join('\n');
}
