import { findWithheld } from '../../publish';
import { printJson, type ExitCode, type Io } from '../io';
import { fileBytes } from '../openDataset';
import { withStore } from '../openStore';
import { withheldIn } from '../withheldOptions';

interface VerifyOptions {
  case: string;
  base?: string;
  withhold: string[];
  json?: boolean;
}

/**
 * `{clean, found: [{place, name, of: {kind, id}}]}`; 0 where nothing that is withheld stands in a file, decoded down to its last container,
 * 1 with the places where something does.
 */
export async function verifyWithheld(file: string, options: VerifyOptions, io: Io): Promise<ExitCode> {
  return withStore({ data: options.case, ...(options.base === undefined ? {} : { base: options.base }) }, io, async ({ store }) => {
    const { spelled } = await withheldIn(store, options.withhold);
    const found = [...findWithheld(await fileBytes(file, io), spelled)];
    if (options.json) {
      const places = found.map(({ place, name, of: { kind, id }, around }) =>
        ({ place, name, of: { kind, id }, ...(around ? { around } : {}) }));
      printJson(io, { clean: found.length === 0, found: places });
    } else if (found.length === 0) io.out(`${file}: nothing that is withheld was found.`);
    else for (const { place, name, around } of found) io.out(`${file}, ${place}: “${name}”${around ? ` in “${around}”` : ''}`);
    return found.length === 0 ? 0 : 1;
  });
}
