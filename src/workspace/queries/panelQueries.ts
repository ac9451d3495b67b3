/** The questions of panels that are not there at first; this file is loaded by `import()`. */
export { askChecks, beginChecks } from './askChecks';
export { askConnect } from './askConnect';
export { askTies, decideName, matchNames } from './askCrosscheck';
export { askGroup, askGroupAgain, type AskedGroup } from './askGroup';
export { askLeads } from './askLeads';
export { askMatches } from './askMatches';
export { askOwners, askOwnersOf } from './askOwners';
export { askPattern } from './askPattern';
export { askTimeline, openTimeline, saveTimeline } from './askTimeline';
export { askVentures } from './askVentures';
