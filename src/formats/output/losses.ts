import type { Issue } from '../../model';

/** What a format could not hold, gathered while writing: one issue for each kind, with the number of records and the first of them. */
export class Losses {
  readonly #found = new Map<string, { issue: Issue; times: number }>();

  constructor(readonly format: string) {}

  /** `what` reads after "… records had": "a share, which only an Ownership can hold". */
  add(code: string, at: string, what: string, hint: string): void {
    const known = this.#found.get(code);
    if (known) known.times += 1;
    else this.#found.set(code, { times: 1, issue: { code, severity: 'warning', at, message: what, hint } });
  }

  issues(): Issue[] {
    return [...this.#found.values()].map(({ issue, times }) => ({
      ...issue, value: String(times),
      message: `${this.format} could not hold this of ${times === 1 ? 'one record' : `${times} records`}: ${issue.message}`,
    }));
  }
}
