import type { Tool } from '../tool';
import { betweenTool } from './between';
import { claimsTool } from './claims';
import { describeTool } from './describe';
import { entityTool } from './entity';
import { neighboursTool } from './neighbours';
import { ownersTool } from './owners';
import { routesTool } from './routes';
import { searchTool } from './search';
import { snapshotTool } from './snapshot';
import { sourceTool } from './source';
import { timelineTool } from './timeline';
import { venturesTool } from './ventures';
import { whyNoRouteTool } from './whyNoRoute';

/** All that an agent can ask, in the order in which it is told of. */
export const tools: readonly Tool[] = [
  describeTool, searchTool, entityTool, neighboursTool, routesTool, whyNoRouteTool, betweenTool, venturesTool, ownersTool, claimsTool,
  sourceTool, timelineTool, snapshotTool,
];
