/** How long the rate of the latest work counts for, in ms: what lies further back fades. */
const MEMORY = 4000;
/** How long work goes on before anything is said, in ms: what it takes cannot be told from its first steps. */
const FIRST = 1000;

/**
 * Computes how long work will take from how far it has come when. The rate is an exponential moving average over the last
 * seconds, so that the figure follows what happens and does not jump. Times are in ms of any clock.
 */
export class TimeLeft {
  readonly #start: number;
  #at: number;
  #done = 0;
  /** Share of the work a millisecond. */
  #rate: number | undefined;

  constructor(now: number) {
    this.#start = now;
    this.#at = now;
  }

  /** Seconds until all is done; undefined in the first second and while nothing goes forward. */
  after(done: number, now: number): number | undefined {
    const passed = now - this.#at;
    if (passed > 0 && done >= this.#done) {
      const latest = (done - this.#done) / passed;
      const weight = 1 - Math.exp(-passed / MEMORY);
      this.#rate = this.#rate === undefined ? latest : this.#rate * (1 - weight) + latest * weight;
      this.#at = now;
      this.#done = done;
    }
    if (now - this.#start < FIRST || this.#rate === undefined || this.#rate <= 0) return undefined;
    return (1 - this.#done) / this.#rate / 1000;
  }
}

/** "about 20 s left", "about 3 min left": never more exact than is known. */
export function timeLeftText(seconds: number): string {
  if (seconds >= 90) return `about ${Math.round(seconds / 60)} min left`;
  const rounded = seconds > 10 ? Math.round(seconds / 5) * 5 : Math.max(1, Math.round(seconds));
  return `about ${rounded} s left`;
}
