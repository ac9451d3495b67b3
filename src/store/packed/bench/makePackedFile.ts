import { open } from 'node:fs/promises';
import process from 'node:process';
import { packWriter } from '../packDataset';
import { MadeUpRegister } from './madeUpRegister';

/** Writes a packed file of a made-up register: path, entities, relationships. */
export async function makePackedFile(path: string, entities: number, relationships: number): Promise<number> {
  const register = new MadeUpRegister(entities, relationships);
  const file = await open(path, 'w');
  const writer = await packWriter({
    append: async (bytes) => void (await file.appendFile(bytes)),
    begin: async (bytes) => void (await file.write(bytes, 0, bytes.length, 0)),
  });
  for (const source of register.sources()) writer.addSource(source);
  for (const entity of register.entities()) {
    writer.addEntity(entity);
    if (writer.full) await writer.drained();
  }
  for (const relationship of register.relationships()) {
    writer.addRelationship(relationship);
    if (writer.full) await writer.drained();
  }
  const bytes = await writer.finish({ format: 'throughline/1', id: 'register', title: 'A made-up register' });
  await file.close();
  return bytes;
}

/** The same register as records a line each. */
export async function makeLinesFile(path: string, entities: number, relationships: number): Promise<void> {
  const register = new MadeUpRegister(entities, relationships);
  const file = await open(path, 'w');
  let lines = [JSON.stringify({ format: 'throughline-lines/1', id: 'register', title: 'A made-up register' })];
  const add = async (line: string) => {
    if (lines.push(line) < 5000) return;
    await file.appendFile(`${lines.join('\n')}\n`);
    lines = [];
  };
  for (const source of register.sources()) await add(JSON.stringify({ source }));
  for (const entity of register.entities()) await add(JSON.stringify({ entity }));
  for (const relationship of register.relationships()) await add(JSON.stringify({ relationship }));
  await file.appendFile(`${lines.join('\n')}\n`);
  await file.close();
}

const [path, entities, relationships] = process.argv.slice(2);
if (import.meta.filename === process.argv[1] && path !== undefined) {
  await (path.endsWith('.jsonl') ? makeLinesFile : makePackedFile)(path, Number(entities), Number(relationships));
  const { user, system } = process.cpuUsage();
  process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1000 }));
}
