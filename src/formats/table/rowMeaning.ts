import { relationshipType, type RelationshipType } from '../../model';
import { foldWords, type RelationshipTypeRead } from '../words';
import type { ColumnMeaning } from './columnMeanings';
import { isRelationshipType, relationshipOfValue } from './columnValues';
import type { MappedRow } from './mappedRow';
import type { ColumnMapping, TableOptions } from './mapping';
import { folded } from './rawTable';
import type { UnknownWords } from './unknownWords';

/** What a relationship is by its row. */
export interface RowMeaning {
  readonly type: RelationshipType;
  readonly turned: boolean;
  readonly role?: string;
  readonly label?: string;
  /** Nobody said that the type is this one: no word of the row is known, nor has the mapping a type for it. */
  readonly unsaid: boolean;
}

/** How many words are remembered with their meaning. */
const MOST_WORDS = 10_000;

/** A cell and its column. */
interface Found {
  readonly column: ColumnMapping;
  readonly text: string;
}

/** What a cell says of the type: `asked` where the mapping says that it is a mere link. */
interface CellRead {
  readonly read?: RelationshipTypeRead | undefined;
  readonly asked?: boolean;
}

/** Tells what relationships are by the words of their rows. */
export class MeaningReader {
  readonly #words = new Map<string, RelationshipTypeRead | undefined>();

  constructor(
    readonly options: TableOptions,
    readonly unknown: UnknownWords,
  ) {}

  /**
   * The type by the cell for it; else by the verb of its own, where that is a known word; else by the word for a role
   * (“director”); else by the table. What is no known word is a verb of its own, and a word that says more than the type
   * is kept.
   */
  of(row: MappedRow): RowMeaning {
    const [said, labelled] = [row.found('relationshipType'), row.found('label')];
    const told = row.columns.mapping.relationshipType;
    const fallback = told ?? this.options.relationshipType;
    const telling = said ?? (fallback === 'linkedTo' ? (labelled ?? row.found('role')) : undefined);
    const isRole = telling !== undefined && telling !== said && telling !== labelled;
    const { read, asked = false } = telling
      ? this.#readIn(row, telling, { isRole, isLabel: telling === labelled })
      : { asked: told === 'linkedTo' };
    const found = read?.type ?? (said ? 'linkedTo' : fallback);
    const type = this.#directionOf(row, found);
    const verb = labelled && !(telling === labelled && read) ? labelled : said && !read ? said : undefined;
    for (const one of [said, labelled]) if (one && one !== verb && !isStated(one.text, type)) row.keep(one.column);
    return {
      type,
      turned: read?.turned ?? false,
      unsaid: read === undefined && found === 'linkedTo' && !asked,
      ...(read?.role ? { role: read.role } : {}),
      ...(verb && ((said && verb === labelled) || !isStated(verb.text, type)) ? { label: verb.text } : {}),
    };
  }

  /**
   * What a cell says, as its column maps it, else by its word. A word for a role that is a mere link says nothing,
   * and labels and roles may be any text.
   */
  #readIn(row: MappedRow, { column, text }: Found, { isRole, isLabel }: { isRole: boolean; isLabel: boolean }): CellRead {
    const mapped = row.columns.value(column.index, text);
    const byWord = this.#readWord(text);
    if (mapped?.as && isRelationshipType(mapped.as)) {
      if (mapped.as === byWord?.type && (mapped.turned ?? false) === byWord.turned) return { read: byWord };
      return mapped.as === 'linkedTo'
        ? { asked: true }
        : { read: { type: mapped.as, turned: (mapped.turned ?? false) && relationshipType(mapped.as).directed } };
    }
    if (mapped?.as === null) return {};
    if (byWord === undefined && !isRole && !isLabel) this.unknown.add(row, column, folded(text), 'relationship');
    return isRole && byWord?.type === 'linkedTo' ? {} : { read: byWord };
  }

  /** What a word means; tables say the same few words over and over. */
  #readWord(text: string): RelationshipTypeRead | undefined {
    if (!this.#words.has(text)) {
      if (this.#words.size >= MOST_WORDS) this.#words.clear();
      this.#words.set(text, relationshipOfValue(text));
    }
    return this.#words.get(text);
  }

  /**
   * A tie of which only that is known is another type where it has no direction. What the row says otherwise than the type has it is kept.
   */
  #directionOf(row: MappedRow, type: RelationshipType): RelationshipType {
    const found = row.found('directed');
    const word = foldWords(found?.text ?? '').replaceAll(' ', '');
    const undirected =
      /^(un|non)directed|^(undirectional|none|no|false|0|mutual|both|bi(directed|directional)|twoway|ungerichtet|nonoriente|nodirigido)$/.test(
        word,
      );
    const known = undirected || /^(directed|directional|yes|true|1|oneway|forward|gerichtet|oriente|dirigido)$/.test(word);
    const directed = word === '' || !known ? (row.columns.mapping.directed ?? this.options.directed) : !undirected;
    const settled = !directed && type === 'linkedTo' ? 'connectedWith' : type;
    const kept = found && (!known || /^(mutual|both|bi)/.test(word) || (undirected && relationshipType(settled).directed));
    if (kept) row.keep(found.column);
    return settled;
  }
}

/** Whether a text says a type and nothing besides: its id, or its verb. */
function isStated(text: string, type: RelationshipType): boolean {
  return text === type || folded(text).toLowerCase() === relationshipType(type).verb;
}

/** The meanings of the columns that an end of a relationship is read from. */
export const END_COLUMNS = {
  from: { key: 'from', name: 'fromName', type: 'fromType', country: 'fromCountry' },
  to: { key: 'to', name: 'toName', type: 'toType', country: 'toCountry' },
} as const satisfies Record<'from' | 'to', Record<'key' | 'name' | 'type' | 'country', ColumnMeaning>>;
