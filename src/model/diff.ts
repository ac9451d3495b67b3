/** A change to a keyed collection that can be applied and inverted: what is undone is exactly what was done. */
export interface Diff<T> {
  readonly added: ReadonlyMap<string, T>;
  readonly removed: ReadonlyMap<string, T>;
  readonly updated: ReadonlyMap<string, { readonly before: T; readonly after: T }>;
}

/** What turns one collection into the other. Records count as unchanged when they are the same object. Cost O(before + after). */
export function diffBetween<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): Diff<T> {
  const added = new Map<string, T>();
  const removed = new Map<string, T>();
  const updated = new Map<string, { before: T; after: T }>();
  for (const [id, record] of after) {
    const old = before.get(id);
    if (old === undefined) added.set(id, record);
    else if (old !== record) updated.set(id, { before: old, after: record });
  }
  for (const [id, record] of before) if (!after.has(id)) removed.set(id, record);
  return { added, removed, updated };
}

/** The collection after a diff; the given one is left as it is. */
export function applyDiff<T>(records: ReadonlyMap<string, T>, diff: Diff<T>): Map<string, T> {
  const next = new Map(records);
  for (const id of diff.removed.keys()) next.delete(id);
  for (const [id, record] of diff.added) next.set(id, record);
  for (const [id, { after }] of diff.updated) next.set(id, after);
  return next;
}

/** The diff that takes a diff back. */
export function invertDiff<T>({ added, removed, updated }: Diff<T>): Diff<T> {
  const back = new Map([...updated].map(([id, { before, after }]) => [id, { before: after, after: before }]));
  return { added: removed, removed: added, updated: back };
}

/** Whether a diff changes nothing. */
export function isEmptyDiff<T>({ added, removed, updated }: Diff<T>): boolean {
  return added.size === 0 && removed.size === 0 && updated.size === 0;
}
