import process from 'node:process';

/** What `npm run bench` measures, section by section; `npm run bench -- routes` runs one. Each prints Markdown. */
const SECTIONS: Record<string, { title: string; run: () => Promise<string> }> = {
  routes: { title: 'Routes', run: async () => (await import('./analysis/bench')).benchRoutes() },
  overview: { title: 'The overview', run: async () => (await import('./analysis/overview/bench')).benchOverview() },
  intermediaries: { title: 'Intermediaries', run: async () => (await import('./analysis/intermediaries/bench')).benchIntermediaries() },
  connections: {
    title: 'Connections of several parties', run: async () => (await import('./analysis/connections/bench')).benchConnections(),
  },
  matching: { title: 'Matching', run: async () => (await import('./analysis/matching/bench')).benchMatching() },
  questions: { title: 'Questions about a whole dataset', run: async () => (await import('./store/memory/bench')).benchWholeQuestions() },
  packed: { title: 'Packed datasets', run: async () => (await import('./store/packed/bench/benchPacked')).benchPacked() },
  edits: { title: 'Edits over packed datasets', run: async () => (await import('./store/packed/bench/benchPacked')).benchEdits() },
  growth: { title: 'Packed datasets as they grow', run: async () => (await import('./store/packed/bench/benchPacked')).benchGrowth() },
  database: { title: 'Databases', run: async () => (await import('./database/bench/benchDatabase')).benchDatabase() },
  screening: { title: 'Screening', run: async () => (await import('./cli/screening/bench')).benchScreening() },
  names: { title: 'Searching for names', run: async () => (await import('./store/memory/names/bench')).benchNames() },
  command: { title: 'The command', run: async () => (await import('./cli/bench')).benchCommand() },
  mcp: { title: 'What an agent asks', run: async () => (await import('./mcp/bench/benchMcp')).benchMcp() },
  load: { title: 'A server under load', run: async () => (await import('./server/bench/benchLoad')).benchLoad() },
  layout: { title: 'Layouts', run: async () => (await import('./drawing/layout/bench')).benchLayout() },
  scene: { title: 'Scenes', run: async () => (await import('./drawing/scene/bench')).benchScene() },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in SECTIONS));
if (unknown.length > 0) {
  process.stderr.write(`No section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}.\n`);
  process.exit(2);
}
for (const [name, { title, run }] of Object.entries(SECTIONS)) {
  if (asked.length === 0 || asked.includes(name)) process.stdout.write(`## ${title}\n\n${await run()}\n\n`);
}
