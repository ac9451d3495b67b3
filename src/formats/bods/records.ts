import { compareText } from '../../model';
import type { DatasetBuilder } from '../builder';
import type { Statement } from './statement';

/** All that was stated of one entity, person or relationship, oldest first. */
export interface BodsRecord {
  readonly kind: Statement['kind'];
  readonly id: string;
  readonly versions: readonly Statement[];
}

/** The records of a file, and the id of the record behind any id that a statement refers to. */
export interface StatedRecords {
  readonly records: readonly BodsRecord[];
  resolve(reference: string): string;
}

const STATUS_ORDER = { new: 0, updated: 1, closed: 2 } as const;

/**
 * Gathers statements by record: since 0.4 by `recordId`, before by `replacesStatements`, which may run in circles; then
 * the dates decide which is the last. A statement that is there twice counts once. Cost O(n log n).
 */
export function recordsOf(statements: readonly Statement[], builder: DatasetBuilder): StatedRecords {
  const distinct = withoutRepeats(statements, builder);
  const groups = new Groups(distinct);
  for (const s of distinct) for (const replaced of s.replaces) groups.unite(s, replaced);
  const depth = depthsOf(distinct, builder);
  const byGroup = new Map<string, Statement[]>();
  for (const s of distinct) {
    const members = byGroup.get(groups.keyOf(s));
    if (members) members.push(s);
    else byGroup.set(groups.keyOf(s), [s]);
  }
  const ids = new Map<string, string>();
  const records = [...byGroup.values()].map((members): BodsRecord => {
    const order = new Map(members.map((s, i) => [s, i]));
    const versions = members.toSorted(
      (a, b) =>
        depth.get(a)! - depth.get(b)!
        || compareText(a.date ?? '', b.date ?? '')
        || STATUS_ORDER[a.status] - STATUS_ORDER[b.status]
        || order.get(a)! - order.get(b)!,
    );
    const id = versions.at(-1)!.recordId;
    for (const s of versions) {
      if (s.kind === 'relationship') continue;
      ids.set(s.recordId, id);
      if (!ids.has(s.statementId)) ids.set(s.statementId, id);
    }
    return { kind: versions.at(-1)!.kind, id, versions };
  });
  return { records, resolve: (reference) => ids.get(reference) ?? reference };
}

function withoutRepeats(statements: readonly Statement[], builder: DatasetBuilder): Statement[] {
  const seen = new Set<string>();
  return statements.filter((s) => {
    const key = `${s.statementId} ${s.recordId} ${s.kind}`;
    if (seen.has(key))
      builder.warn(
        'repeated-statement', s.at, 'This statement stands in the file already; it was read once.',
        'Nothing need be done if both are the same.', s.statementId,
      );
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}

/** Union–find over statements of one kind, by record id. */
class Groups {
  readonly #parent = new Map<string, string>();
  readonly #keyByStatement = new Map<string, string>();

  constructor(statements: readonly Statement[]) {
    for (const s of statements) this.#keyByStatement.set(`${s.kind} ${s.statementId}`, `${s.kind} ${s.recordId}`);
  }

  unite(s: Statement, replacedId: string): void {
    const other = this.#keyByStatement.get(`${s.kind} ${replacedId}`);
    if (other !== undefined) this.#parent.set(this.#root(other), this.keyOf(s));
  }

  keyOf(s: Statement): string {
    return this.#root(`${s.kind} ${s.recordId}`);
  }

  #root(key: string): string {
    let root = key;
    for (let next = this.#parent.get(root); next !== undefined && next !== root; next = this.#parent.get(root)) root = next;
    for (let at = key; at !== root; ) {
      const next = this.#parent.get(at)!;
      this.#parent.set(at, root);
      at = next;
    }
    return root;
  }
}

/** How many replacements lie before each statement; a circle is reported and cut where it closes. Never recurses. */
function depthsOf(statements: readonly Statement[], builder: DatasetBuilder): Map<Statement, number> {
  const byId = new Map(statements.map((s) => [s.statementId, s]));
  const depth = new Map<Statement, number>();
  for (const start of statements) {
    if (depth.has(start)) continue;
    const open = new Set([start]);
    const stack = [{ statement: start, next: 0, depth: 0 }];
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const id = top.statement.replaces[top.next];
      top.next += 1;
      const before = id === undefined ? undefined : byId.get(id);
      if (before !== undefined && open.has(before)) {
        builder.warn(
          'circle-of-replacements', top.statement.at, 'These statements replace one another in a circle; the latest by date counts.',
          'Correct "replacesStatements".', top.statement.statementId,
        );
      } else if (before !== undefined && depth.has(before)) top.depth = Math.max(top.depth, depth.get(before)! + 1);
      else if (before !== undefined) {
        open.add(before);
        stack.push({ statement: before, next: 0, depth: 0 });
        top.next -= 1;
      } else if (id === undefined) {
        depth.set(top.statement, top.depth);
        open.delete(top.statement);
        stack.pop();
      }
    }
  }
  return depth;
}
