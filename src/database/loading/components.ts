/** Which entities hang together (union by smaller integer with path halving: Tarjan and van Leeuwen 1984). Cost nearly O(1) a tie. */
export class Components {
  readonly #above: Int32Array;

  constructor(entities: number) {
    this.#above = Int32Array.from({ length: entities }, (_, entity) => entity);
  }

  tie(a: number, b: number): void {
    const [x, y] = [this.of(a), this.of(b)];
    if (x < y) this.#above[y] = x;
    else this.#above[x] = y;
  }

  /** The smallest of the entities that one hangs together with. */
  of(entity: number): number {
    const above = this.#above;
    let at = entity;
    while (above[at] !== at) {
      above[at] = above[above[at]!]!;
      at = above[at]!;
    }
    return at;
  }
}
