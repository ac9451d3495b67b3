/** What a part does at once or, as long as it is fetched, later. */
type Done = void | Promise<void>;

/**
 * A part of the program that is fetched when a command first needs it. From then on it is used at once, without waiting: a field that
 * shows the state then holds what was just chosen in it, and the next key goes on from there.
 */
export function part<Module>(fetch: () => Promise<Module>): (use: (its: Module) => Done) => Done {
  let fetched: Module | undefined;
  return (use) => {
    if (fetched !== undefined) return use(fetched);
    return fetch().then((module) => {
      fetched = module;
      return use(module);
    });
  };
}
