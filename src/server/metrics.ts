import process from 'node:process';

/** How a question ended. */
export type Outcome = 'answered' | 'refused' | 'cut_off' | 'cancelled' | 'failed';

/** What is counted besides questions, as it stands now. */
interface Gauges {
  readonly running: number;
  readonly waiting: number;
  readonly threads: number;
  readonly threadsLost: number;
}

/** Upper ends of the histogram's buckets, in seconds. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

interface Durations {
  /** How many took at most as long as each bucket says, and longer than the one before; the last are those above all. */
  readonly counts: number[];
  sum: number;
}

/** Counts questions, and tells of them as Prometheus reads it (text format 0.0.4). */
export class Metrics {
  readonly #outcomes = new Map<string, Map<Outcome, number>>();
  readonly #durations = new Map<string, Durations>();

  /** `question` must be one of a few names: each is kept for ever. */
  count(question: string, outcome: Outcome, seconds: number): void {
    const outcomes = this.#outcomes.get(question) ?? new Map<Outcome, number>();
    this.#outcomes.set(question, outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1));
    const durations = this.#durations.get(question) ?? { counts: Array.from({ length: BUCKETS.length + 1 }, () => 0), sum: 0 };
    this.#durations.set(question, durations);
    const bucket = BUCKETS.findIndex((most) => seconds <= most);
    durations.counts[bucket === -1 ? BUCKETS.length : bucket]!++;
    durations.sum += seconds;
  }

  text({ running, waiting, threads, threadsLost }: Gauges): string {
    const { user, system } = process.cpuUsage();
    return [
      ...this.#outcomeLines(),
      ...this.#durationLines(),
      ...metric('throughline_questions_running', 'gauge', 'Questions that are being computed.', running),
      ...metric('throughline_questions_waiting', 'gauge', 'Questions that wait for a thread.', waiting),
      ...metric('throughline_threads', 'gauge', 'Threads that answer questions.', threads),
      ...metric('throughline_threads_lost_total', 'counter', 'Threads that ended by themselves and were replaced.', threadsLost),
      ...metric('process_resident_memory_bytes', 'gauge', 'Memory of the process, threads included.', process.memoryUsage.rss()),
      ...metric('process_cpu_seconds_total', 'counter', 'Processor time of all threads.', (user + system) / 1e6),
      ...metric('process_start_time_seconds', 'gauge', 'When the process began.', Date.now() / 1000 - process.uptime()),
      '',
    ].join('\n');
  }

  #outcomeLines(): string[] {
    const lines = head('throughline_questions_total', 'counter', 'Questions by name and by how they ended.');
    for (const [question, outcomes] of this.#outcomes)
      for (const [outcome, count] of outcomes)
        lines.push(`throughline_questions_total{question="${question}",outcome="${outcome}"} ${count}`);
    return lines;
  }

  #durationLines(): string[] {
    const name = 'throughline_question_seconds';
    const lines = head(name, 'histogram', 'Seconds from a question to its answer, which may still be on its way.');
    for (const [question, { counts, sum }] of this.#durations) {
      let below = 0;
      for (const [i, most] of [...BUCKETS, '+Inf'].entries())
        lines.push(`${name}_bucket{question="${question}",le="${most}"} ${(below += counts[i]!)}`);
      lines.push(`${name}_sum{question="${question}"} ${sum}`, `${name}_count{question="${question}"} ${below}`);
    }
    return lines;
  }
}

function head(name: string, type: string, about: string): string[] {
  return [`# HELP ${name} ${about}`, `# TYPE ${name} ${type}`];
}

function metric(name: string, type: string, about: string, value: number): string[] {
  return [...head(name, type, about), `${name} ${value}`];
}
