import type { CallOptions, GraphStore, QuestionName } from './graphStore';

/**
 * How questions get to a store that is elsewhere, and answers back. Errors come in the classes of this side;
 * a cancelled call rejects with the signal's reason at once.
 */
interface Transport {
  ask(name: QuestionName, asked: unknown, options: CallOptions): Promise<unknown>;
  close(): Promise<void>;
}

/**
 * A store that is elsewhere: every question goes through the transport as it is. It knows no question by name, so that a page carries
 * no code that answers; `lacking` are those that the other side does not answer.
 */
export function remoteStore(transport: Transport, lacking: readonly QuestionName[] = []): GraphStore {
  const methods = new Map<string, unknown>([['close', () => transport.close()]]);
  const methodOf = (name: string) => {
    const method =
      methods.get(name) ?? ((asked: unknown = {}, options: CallOptions = {}) => transport.ask(name as QuestionName, asked, options));
    methods.set(name, method);
    return method;
  };
  // A promise that resolves to a store asks whether it is a promise itself.
  const isAbsent = (name: string | symbol) => typeof name === 'symbol' || name === 'then' || lacking.includes(name as QuestionName);
  // What its owner gave the store besides the questions stays what it is.
  return new Proxy({} as GraphStore, {
    get: (own, name) => (name in own ? (Reflect.get(own, name) as unknown) : isAbsent(name) ? undefined : methodOf(name as string)),
  });
}
