import { arrangeCommands } from './arrangeCommands';
import { arrowCommands } from './arrowCommands';
import { betweenCommands } from './betweenCommands';
import { chartCommands } from './chartCommands';
import { checkCommands } from './checkCommands';
import type { Command } from './command';
import { comparisonCommands } from './comparisonCommands';
import { connectCommands } from './connectCommands';
import { crosscheckCommands } from './crosscheckCommands';
import { editCommands } from './editCommands';
import { entryCommands } from './entryCommands';
import { fileCommands } from './fileCommands';
import { figureCommands } from './figureCommands';
import { filterCommands } from './filterCommands';
import { groupCommands } from './groupCommands';
import { historyCommands } from './historyCommands';
import { joinCommands } from './joinCommands';
import { logCommands } from './logCommands';
import { mappingCommands } from './mappingCommands';
import { matchCommands } from './matchCommands';
import { overviewCommands } from './overviewCommands';
import { ownFileCommands } from './ownFileCommands';
import { panelCommands } from './panelCommands';
import { patternCommands } from './patternCommands';
import { ownershipCommands } from './ownershipCommands';
import { proposalCommands } from './proposalCommands';
import { registerCommands } from './registerCommands';
import { selectCommands } from './selectCommands';
import { storyCommands } from './storyCommands';
import { textCommands } from './textCommands';
import { timeCommands } from './timeCommands';
import { traceCommands } from './traceCommands';
import { ventureCommands } from './ventureCommands';
import { viewCommands } from './viewCommands';

/** Every action, by its id. To add one: an entry in the file of its group. */
export const commands = {
  ...fileCommands,
  ...entryCommands,
  ...editCommands,
  ...ownFileCommands,
  ...textCommands,
  ...checkCommands,
  ...comparisonCommands,
  ...mappingCommands,
  ...selectCommands,
  ...chartCommands,
  ...joinCommands,
  ...groupCommands,
  ...arrowCommands,
  ...arrangeCommands,
  ...matchCommands,
  ...proposalCommands,
  ...registerCommands,
  ...figureCommands,
  ...panelCommands,
  ...traceCommands,
  ...connectCommands,
  ...patternCommands,
  ...overviewCommands,
  ...crosscheckCommands,
  ...ventureCommands,
  ...ownershipCommands,
  ...betweenCommands,
  ...filterCommands,
  ...timeCommands,
  ...viewCommands,
  ...historyCommands,
  ...logCommands,
  ...storyCommands,
};

export type CommandId = keyof typeof commands;

type ArgumentOf<Id extends CommandId> = (typeof commands)[Id] extends Command<infer Arg> ? Arg : never;

/** What a command takes: nothing, an argument, or one that may be left out. */
export type CommandArguments<Id extends CommandId> =
  undefined extends ArgumentOf<Id> ? [arg?: ArgumentOf<Id>] : [ArgumentOf<Id>] extends [void] ? [] : [arg: ArgumentOf<Id>];

export type { Command } from './command';
export type { ClaimRef, RecordRef } from './editCommands';
export { EXPANDS_BY } from './expanding';
export { shownConnection } from './connectCommands';
export { SPEEDS } from './timeCommands';
