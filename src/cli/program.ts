import { Command, CommanderError } from 'commander';
import { version } from '../../package.json';
import { overviewWays, pictureShapes, referencePlaces, statuses, undatedRules } from '../model';
import { MisuseError, printable, type ExitCode, type Io } from './io';
import { PATIENCE } from './patience';
import { date, listOf, numberBetween, oneOf, pictureSize, scoreBetweenZeroAndOne, seconds, wholeNumber } from './optionValues';
import { withFilterOptions, withRouteOptions } from './routeOptions';

const DEFAULT_PORT = 4178;

/** Puts one command line (without `node` and the script) and gives its exit code. Never throws for what the user did. */
export async function runCli(args: readonly string[], terminal: Io): Promise<ExitCode> {
  const io = printable(terminal);
  let code: ExitCode = 0;
  const program = buildProgram(io, (c) => (code = c));
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    // Only where something goes wrong is the store needed here, whose loading takes time.
    if (!(error instanceof MisuseError)) {
      const { isAboutEntity, TooMuchAskedError } = await import('../store');
      if (!isAboutEntity(error) && !(error instanceof TooMuchAskedError)) throw error;
    }
    io.err((error as Error).message);
    return 2;
  }
}

function buildProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('throughline')
    .description('How two parties are connected, hop by hop, each with its sources, dates and how sure it is.')
    .version(version, '-V, --version', 'print the version')
    .option('--wait <seconds>', 'how long a file, a pipe or a disk may send nothing', seconds, PATIENCE)
    .hook('preAction', () => void (io.patience = program.opts<{ wait: number }>().wait))
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text.trimEnd()), writeErr: (text) => io.err(text.trimEnd()) });
  const add = (words: string, description: string) => program.command(words).description(description).exitOverride();
  const json = ['--json', 'print one JSON object'] as const;
  const mapping = ['--mapping <file>', 'what the columns of a table file mean (--mapping-out of info writes it)'] as const;
  const database = ['--database <address>', 'ask a database: postgres://USER:PASSWORD@HOST/NAME, or a folder (see load)'] as const;
  const dataset = ['--dataset <id>', 'which dataset of the database, where it holds several'] as const;
  const base = ['--base <file>', 'the packed dataset that the case stands on, where it is not beside it'] as const;
  /** Where the data to ask are. */
  const asking = (command: Command) =>
    command
      .option('--data <file>', 'the dataset to ask (default: the bundled case)')
      .option(...base)
      .option(...database)
      .option(...dataset);
  const each = (value: string, before: string[] = []) => [...before, value];
  const withhold = [
    '--withhold <id[=name]>',
    'take out an entity, tie or source with every text that names it, or give it another name; ID.field: one field; repeatable', each,
  ] as const;

  const sayWithheld = ['--say-withheld', 'with --withhold: say in the file that something is withheld'] as const;

  add('validate <file>', 'check a file: what cannot be read, what contradicts itself, what lacks a source')
    .option(...mapping)
    .option('--strict', 'take warnings for errors: exit 1 on any')
    .option(...json)
    .action(async (file, options) => done(await (await import('./commands/validate')).validate(file, options, io)));
  add('info [file]', 'what a file or a database holds, in figures')
    .option(...mapping)
    .option(...database)
    .option(...dataset)
    .option('--mapping-out <file>', 'write what the columns of a table file are taken for, for editing')
    .option(...json)
    .action(async (file, options) => done(await (await import('./commands/info')).info(file, options, io)));
  add('convert <in> <out>', 'write a file in another format; its ending says which')
    .option('--from <format>', 'the format of the file, where its content does not tell')
    .option('--to <format>', 'the format to write, where the ending does not tell')
    .option(...withhold)
    .option(...mapping)
    .action(async (from, to, options) => done(await (await import('./commands/convert')).convert(from, to, options, io)));
  add('pack <in...>', 'make one file of large data that is read in place: it opens at once, whatever its size')
    .requiredOption('-o, --output <file>', 'where to write, as NAME.throughline')
    .option(...mapping)
    .action(async (files, options) => done(await (await import('./commands/pack')).pack(files, options, io)));
  add('load <files...>', 'load files into a database, as one dataset, in place of what has its id')
    .requiredOption('--database <address>', 'postgres://USER:PASSWORD@HOST/NAME, or a folder, for which nothing need be installed')
    .option('--dataset <id>', 'the id to load under (default: that of the file)')
    .option(...mapping)
    .action(async (files, options) => done(await (await import('./commands/load')).load(files, options, io)));
  add('unload <id>', 'take a dataset from a database')
    .requiredOption('--database <address>', 'where it was loaded')
    .action(async (id, options) => done(await (await import('./commands/unload')).unload(id, options, io)));
  asking(add('search <text>', 'entities by name, alias or identifier'))
    .option('--limit <n>', 'how many hits at most', wholeNumber)
    .option(...json)
    .action(async (text, options) => done(await (await import('./commands/search')).search(text, options, io)));
  withRouteOptions(
    asking(add('trace [from] [to]', 'every route between two entities, or that follows a pattern, with its evidence'))
      .option(...json)
      .option('--pattern <pattern>', 'only routes that follow it, as "(owns|controls)+ ^supplies? any[to=network]"; ^: against the arrow')
      .option('--from-any <ends>', 'with --pattern: from any of these names (with commas), or any of a type, as company or company@CN')
      .option('--to-any <ends>', 'with --pattern: the same for where routes end'),
  )
    .action(async (from, to, options) => done(await (await import('./commands/trace')).trace(from, to, options, io)));
  withRouteOptions(
    asking(add('between <from> <to>', 'who stands between two entities, and what would separate them')).option(...json),
    { pair: true },
  ).action(async (from, to, options) => done(await (await import('./commands/between')).between(from, to, options, io)));
  withFilterOptions(
    asking(add('connect <parties...>', 'how several parties hang together: the smallest set of entities that ties them all'))
      .option(...json),
  )
    .option('-k <n>', 'how many connections at most, the smallest first', wholeNumber)
    .option('--avoid <names...>', 'entities that no connection may pass')
    .option('--hub <n>', 'entities with more relationships than this are no stepping stones', wholeNumber)
    .option('--places', 'let places be stepping stones')
    .action(async (parties, options) => done(await (await import('./commands/connect')).connect(parties, options, io)));
  withFilterOptions(
    asking(
      add(
        'crosscheck <names>',
          'a list of names (CSV, XLSX, or one a line): who each is here, who of them is tied to whom, who stands between',
      ),
    )
      .option('--accept <score>', 'take the best match of a name from this score on, 0 to 100', numberBetween(0, 100), 75)
      .option('--max-hops <n>', 'how far apart two may be, in hops: 1 to 6 (default: 3)', wholeNumber)
      .option('-o, --output <file>', 'write it as a workbook (.xlsx), whose names can be corrected and given back, or as a brief (.md)')
      .option(...json),
  )
    .option('--avoid <names...>', 'entities that no route may pass')
    .option('--hub <n>', 'entities with more relationships than this are no stepping stones', wholeNumber)
    .option('--places', 'let places be stepping stones')
    .action(async (names, options) => done(await (await import('./commands/crosscheck')).crosscheck(names, options, io)));
  withFilterOptions(asking(add('overview', 'the whole dataset in groups: how large, who is in each, and what ties them')).option(...json))
    .option('--by <way>', `what makes a group: ${overviewWays.join(', ')}`, oneOf(overviewWays), 'communities')
    .option('--groups <n>', 'how many groups at most, the largest', wholeNumber)
    .action(async (options) => done(await (await import('./commands/overview')).overview(options, io)));
  withFilterOptions(
    asking(add('group [names...]', 'what holds a group together, which source it depends on, and who ties it to the rest'))
      .option('--community <n>', 'a group of the overview, by its number there', wholeNumber)
      .option('--limit <n>', 'how many members, types and sources at most: 1 to 100 (default: 10)', wholeNumber)
      .option(...json),
  ).action(async (names, options) => done(await (await import('./commands/group')).group(names, options, io)));
  withFilterOptions(
    asking(add('leads', 'what deserves a second look, by stated rules, each with its evidence and its usual innocent explanation'))
      .option('--rules <file>', 'rules of your own besides, each a pattern (format throughline-leads/1)')
      .option('--limit <n>', 'how many leads at most by each rule: 1 to 500 (default: 50)', wholeNumber)
      .option(...json),
  ).action(async (options) => done(await (await import('./commands/leads')).leads(options, io)));
  withFilterOptions(
    asking(add('timeline [names...]', 'what happened when: to one entity with all its ties, to several and what ties them, or to all'))
      .option('--trace <ends...>', 'along the best route between two')
      .option('--connect', 'with those who tie the named ones together')
      .option('--limit <n>', 'how many ties at most, the strongest first (default: 10000)', wholeNumber)
      .option('-o, --output <file>', 'also write it as a picture, a page or a table: .svg .png .html .csv')
      .option('--scale <n>', 'for .png: 1 to 4 pixels a unit', numberBetween(1, 4), 2)
      .option('--theme <theme>', 'for .png and .svg: light or dark', oneOf(['light', 'dark']), 'light')
      .option(...json),
  ).action(async (names, options) => done(await (await import('./commands/timeline')).timeline(names, options, io)));
  withFilterOptions(asking(add('ventures [about]', 'joint ventures, their partners, and who meets in them')).option(...json))
    .action(async (about, options) => done(await (await import('./commands/ventures')).ventures(about, options, io)));
  asking(add('owners <entity>', 'who owns an entity: directly, through chains, in the end'))
    .option('--as-of <date>', 'at this date', date)
    .option('--status <statuses>', 'only holdings of these statuses, with commas', listOf(statuses))
    .option(
      '--undated <rule>', 'with a date: a stake without a start was held, or is possible (default): held, possible', oneOf(undatedRules),
    )
    .option('--listed <names>', 'parties on a list, with commas: the 50 per cent rule', (names: string) =>
      names.split(',').map((name) => name.trim()),
    )
    .option(...withhold)
    .option(...sayWithheld)
    .option('-o, --output <file>', 'write the proof: .svg .png .html .md .json')
    .option(...json)
    .action(async (entity, options) => done(await (await import('./commands/owners')).owners(entity, options, io)));
  withRouteOptions(
    add('snapshot', 'write a picture, a page, slides or a brief: .svg .png .pdf .html .pptx .json .md')
      .option('--data <file>', 'the dataset to draw (default: the bundled case)')
      .option(...base)
      .option('--trace <names...>', 'two entities: draw the routes between them')
      .option('--only <names...>', 'draw these entities alone')
      .option(...withhold)
      .option(...sayWithheld)
      .option('--story <id>', 'write a story of the case as one page or as slides (.pptx), by its id or its file (.story.json)')
      .option('--route <n>', 'with --trace: put the highlighter under this route, from 1', wholeNumber)
      .option('--title <title>', 'what stands above it')
      .option('--size <size>', `for .png and .svg: drawn, ${pictureShapes.join(', ')}, or pixels as 1600x900`, pictureSize, 'drawn')
      .option('--scale <n>', 'for .png whose size is not in pixels: 1 to 4 pixels a unit', numberBetween(1, 4), 2)
      .option('--theme <theme>', 'for .png and .svg: light, dark, or print (no colour)', oneOf(['light', 'dark', 'print']), 'light')
      .option('--layers', 'for .svg: layers and groups with readable ids, lines as connectors, for drawing programs')
      .option(
        '--references <place>',
        'for .png and .svg: sources are listed below the chart, on a page of their own beside it (FILE-sources), or not: below, page, none',
        oneOf(referencePlaces),
        'below',
      )
      .option('--no-references', 'the same as --references none')
      .requiredOption('-o, --output <file>', 'where to write; its ending says what'),
  ).action(async (options) =>
    done(
      options.story === undefined
        ? await (await import('./commands/snapshot')).snapshot(options, io)
        : await (await import('./commands/story')).writeStory(options, io),
    ),
  );
  withRouteOptions(
    add('report [file]', 'write a report with notes, tables and method: .docx .pdf .xlsx')
      .option(...base)
      .option('--from <name>', 'with --to: about the routes between two entities')
      .option('--to <name>', 'the other end')
      .option('--owners <name>', 'about who owns an entity, with the proof')
      .option('--listed <names>', 'with --owners: parties on a list, with commas: the 50 per cent rule', (names: string) =>
        names.split(',').map((name) => name.trim()),
      )
      .option('--only <names...>', 'about these entities alone')
      .option('--chart <name>', 'about a chart of the case, by its name')
      .option('--story <id>', 'a story of the case, by its id or its file (.story.json), step by step')
      .option(...withhold)
      .option(...sayWithheld)
      .option('--title <title>', 'what stands above it')
      .requiredOption('-o, --output <file>', 'where to write; its ending says what'),
  ).action(async (file, options) => done(await (await import('./commands/report')).report(file, options, io)));
  add('verify-withheld <file>', 'whether what is withheld stands anywhere in a file, unpacked and in any spelling; exit 1 with the places')
    .requiredOption('--case <file>', 'the case that the file was made of')
    .option(...base)
    .requiredOption('--withhold <id[=name]>', 'as it was said when the file was made; repeatable', each)
    .option(...json)
    .action(async (file, options) => done(await (await import('./commands/verifyWithheld')).verifyWithheld(file, options, io)));
  add('new <file>', 'write an empty case, to be filled on the screen')
    .option('--title <title>', 'what it is called (default: the name of the file)')
    .action(async (file, options) => done(await (await import('./commands/new')).newCase(file, options, io)));
  add('diff <before> <after>', 'what one file has otherwise than another: records, fields, statuses; exit 1 where they differ')
    .option('--from <name>', 'with --to: also which routes between the two came, went and changed status')
    .option('--to <name>', 'the other end')
    .option('--story <id>', 'also which sentences of this story of the first file no longer hold, by its id or its file (.story.json)')
    .option('--whole', 'of a snapshot and a dataset compare all; else what the snapshot shows')
    .option('-o, --output <file>', 'also write both states side by side, what changed marked: .html .svg .png')
    .option('--scale <n>', 'for .png: 1 to 4 pixels a unit', numberBetween(1, 4), 2)
    .option('--theme <theme>', 'for .png and .svg: light or dark', oneOf(['light', 'dark']), 'light')
    .option(...json)
    .action(async (before, after, options) => done(await (await import('./commands/diff')).diff(before, after, options, io)));
  add('merge <base> <ours> <theirs>', 'what two sides made of one file, as one; exit 1 where conflicts are left')
    .requiredOption('-o, --output <file>', 'where to write; may be one of the three')
    .action(async (base, ours, theirs, options) => done(await (await import('./commands/merge')).merge(base, ours, theirs, options, io)));
  add('checks <file>', 'what is left to check: the lint of the evidence, and the check sheet of every claim; exit 1 where any is unchecked')
    .option('-o, --output <file>', 'write the check sheet, as NAME.xlsx; with --import the file with its ticks')
    .option('--import <sheet>', 'take the ticks of a check sheet to the claims')
    .option(...json)
    .action(async (file, options) => done(await (await import('./commands/checks')).checks(file, options, io)));
  asking(add('serve [file]', 'open the explorer on this machine, on a file, a database or the bundled case'))
    .option('--port <n>', 'the port to listen on; where it is taken, the next free one; 0 for any', numberBetween(0, 65535), DEFAULT_PORT)
    .option('--host <address>', 'listen on this address, for other machines; a token is then required (default: this machine only)')
    .option('--token <token>', 'what requests must carry; else THROUGHLINE_TOKEN, else one is made and printed where one is required')
    .option('--cert <file>', 'with --key: a certificate in PEM, to speak TLS')
    .option('--key <file>', 'its key')
    .option('--threads <n>', 'how many threads answer about a packed file (default: processors less one)', numberBetween(1, 256))
    .option('--deadline <seconds>', 'how long a question may take', seconds, 120)
    .option('--reconcile', 'let tables be reconciled against it, below /reconcile (Reconciliation Service API 0.2)')
    .option('--ask <addresses...>', 'registers that the page may have asked, after its user has said yes to what leaves')
    .action(async (file, options) => done(await (await import('./commands/serve')).serve(file, options, io)));
  add('screen <file>', 'every entity of a case against lists, and who is held by those that may be on one; exit 1 on a hit')
    .requiredOption('--against <lists...>', 'files of any format, packed for size')
    .option('--threshold <score>', 'the lowest score of a hit, 0 to 1', scoreBetweenZeroAndOne, 0.7)
    .option('--limit <n>', 'how many hits at most, best first', wholeNumber, 10_000)
    .option('--as-of <date>', 'ownership at this date', date)
    .option('-o, --output <file>', 'write a workbook: .xlsx')
    .option('--matched <file>', 'write who was hit on the lists as a dataset, to open beside the case on the screen: .json')
    .option(...json)
    .action(async (file, options) => done(await (await import('./commands/screen')).screen(file, options, io)));
  asking(add('mcp [file]', 'answer an agent over standard input and output (Model Context Protocol), read only'))
    .option('--log <file>', 'write down what was asked, a line each')
    .option('--propose <file>', 'let it propose claims into this review tray, for you to accept or refuse on the screen')
    .option('--text <files...>', 'with --propose: texts that it may quote from')
    .action(async (file, options) => done(await (await import('./commands/mcp')).mcp(file, options, io)));
  return program;
}
