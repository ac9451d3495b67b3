import process from 'node:process';
import { runCli } from '../../../cli/program';

/** Packs a file by the command: what that takes. */
const [from, to] = process.argv.slice(2);
const code = await runCli(['pack', from!, '-o', to!], { out: () => undefined, err: () => undefined });
if (code !== 0) process.exit(1);
const { user, system } = process.cpuUsage();
process.stdout.write(JSON.stringify({ seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1000 }));
