import { foldText, type CallOptions } from '../../model';
import { loadNames, questions, type SearchHit, type SearchQuestion } from '../../store';
import { listOf, type Value } from '../connection';
import type { DatabaseReader } from '../reading/databaseReader';
import { Values } from '../reading/walk';

type Names = Awaited<ReturnType<typeof loadNames>>;
type Words = InstanceType<Names['WordTable']>;

/** A word of the dataset that a word asked for fits. */
interface FittingWord {
  readonly n: number;
  /** Bits of the terms that it fits. */
  readonly bits: number;
  /** How well it fits the best of them. */
  readonly fit: number;
  readonly holders: number;
}

/** So many words are read at a time. */
const PAGE = 100_000;
/** So many words are asked for, as by the index in memory. */
const MOST_WORDS = 31;
/** From this score on a hit has all that was asked for, be it misspelt. */
const ALL_WORDS = 0.2;

/**
 * Search in a database: the distinct words are kept at hand and looked at as in memory; who has the words that fit is asked of the
 * database; names are compared as in memory. Of more entities than may be compared those whose words fit best are, and of these those with
 * the shortest names, which score best. One thing is found in memory alone: a name of several words that is written together and misspelt.
 */
export class NameSearch {
  #words: Promise<{ table: Words; holders: Uint32Array }> | undefined;

  constructor(private readonly reader: DatabaseReader) {}

  async find(asked: SearchQuestion, options: CallOptions): Promise<SearchHit[]> {
    const { reader } = this;
    const byId = [...(await reader.records.integersOf('entities', [asked.text.trim()])).values()];
    const terms = termsOf(foldText(asked.text));
    if (terms.length === 0 && byId.length === 0) return [];
    const fitting = terms.length === 0 ? [] : await this.#fitting(terms, options);
    const decisive = bitsOfRarest(fitting, terms);
    const of = async (bits: number) => {
      const named = terms.length === 0 ? [] : [...(await this.#holders(fitting, bits)), ...(await this.#writtenTogether(terms, bits))];
      return questions.search.answer(await reader.partWith([], [...byId, ...named]), asked, options);
    };
    const wholly = await of(decisive);
    return wholly.some((hit) => hit.score >= ALL_WORDS) ? wholly : of(-1);
  }

  async #fitting(terms: readonly string[], { signal }: CallOptions): Promise<FittingWord[]> {
    const { AskedWord, WordFits } = await loadNames();
    const { table, holders } = await (this.#words ??= this.#wordsRead());
    signal?.throwIfAborted();
    const fits = new WordFits(table, terms.map((term) => new AskedWord(term)));
    terms.forEach((_, i) => fits.scan(i));
    return fits.words.map((n, i) => ({
      n, bits: fits.spelled[i + 1]! | fits.sounding[i + 1]!, fit: Math.max(...terms.map((_, term) => fits.fit(i + 1, term))),
      holders: holders[n]!,
    }));
  }

  /** The words, read once; read again where that failed. */
  async #wordsRead(): Promise<{ table: Words; holders: Uint32Array }> {
    try {
      return await this.#readWords();
    } catch (error) {
      this.#words = undefined;
      throw error;
    }
  }

  async #readWords(): Promise<{ table: Words; holders: Uint32Array }> {
    const { WordTable } = await loadNames();
    const { connection, schema } = this.reader.records;
    const [texts, holders]: [string[], number[]] = [[], []];
    for (let from = 0; ; from += PAGE) {
      const [[words, counts]] = (await connection.query(
        `select string_agg(word, ' ' order by n), string_agg(holders::text, ' ' order by n) from ${schema}.words where n >= $1 and n < $2`,
        [from, from + PAGE],
      )) as [[string | null, string | null]];
      if (words === null) break;
      for (const word of words.split(' ')) texts.push(word);
      for (const count of counts!.split(' ')) holders.push(Number(count));
    }
    const table = WordTable.of(new TextEncoder().encode(texts.join('')), Uint32Array.from(texts, (word) => word.length))!;
    return { table, holders: Uint32Array.from(holders) };
  }

  /** Who has words that fit some terms: those that fit best first, as many as may be compared. */
  async #holders(fitting: readonly FittingWord[], bits: number): Promise<number[]> {
    const wanted = fitting.filter((word) => (word.bits & bits) !== 0).sort((a, b) => b.fit - a.fit);
    const { connection, schema } = this.reader.records;
    const found = new Set<number>();
    for (let i = 0; i < wanted.length && found.size < this.reader.limits.names; ) {
      const room = this.reader.limits.names - found.size;
      let [end, holders] = [i + 1, wanted[i]!.holders];
      while (end < wanted.length && holders + wanted[end]!.holders <= room) holders += wanted[end++]!.holders;
      const values = new Values();
      const words = `${values.add(listOf(wanted.slice(i, end).map((word) => word.n)))}::int[]`;
      const rows = await connection.query(
        `select entity from ${schema}.holders where word = any(${words}) order by length limit ${room}`,
        values.list,
      );
      for (const [entity] of rows) found.add(entity as number);
      i = end;
    }
    return [...found];
  }

  /** Whose names, written together, begin with a term that is longer than their first word. */
  async #writtenTogether(terms: readonly string[], bits: number): Promise<number[]> {
    const { connection, schema } = this.reader.records;
    const found: Value[] = [];
    for (const [i, term] of terms.entries()) {
      if ((bits & (1 << i)) === 0) continue;
      // Names have no character that is not before "~".
      const rows = await connection.query(
        `select entity from ${schema}.joined where name >= $1 and name < $2 and (first < $3 or name = $1)
         order by name limit ${this.reader.limits.names}`,
        [term, `${term}~`, term.length],
      );
      found.push(...rows.map(([entity]) => entity!));
    }
    return found as number[];
  }
}

/** The distinct words, then, where there are several, all of them written together. */
function termsOf(folded: string): string[] {
  if (folded === '') return [];
  const words = folded.split(' ').slice(0, MOST_WORDS);
  return words.length > 1 ? [...new Set(words), words.join('')] : words;
}

/** The bit of the word asked for that fewest entities have, and of all words written together. */
function bitsOfRarest(fitting: readonly FittingWord[], terms: readonly string[]): number {
  const counts = terms.map((_, i) => fitting.reduce((sum, { bits, holders }) => sum + ((bits >> i) & 1) * holders, 0));
  const words = counts.slice(0, terms.length === 1 ? 1 : -1);
  return (1 << words.indexOf(Math.min(...words))) | (1 << (terms.length - 1));
}
