import { createContext, useCallback, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Filter, Records, Route } from '../../model';
import { sentencesOf, type Sentences } from '../../wording';
import {
  connectRecords, crosscheckRecords, leadsRecords, lookup, patternRecords, traceRecords, type CommandId, type Workspace,
  type WorkspaceState,
} from '../../workspace';
import { keysText } from './keysText';

export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

/** A part of the screen was drawn outside of it: a mistake of the program. */
class OutsideWorkspaceError extends Error {
  override readonly name = 'OutsideWorkspaceError';
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new OutsideWorkspaceError();
  return workspace;
}

/** A piece of what is shown. Select narrowly: a component draws again when its piece is another object. */
export function useShown<T>(select: (state: WorkspaceState) => T): T {
  return useStore(useWorkspace().state, select);
}

/** Does a command, by its name. */
export function useRun(): Workspace['run'] {
  return useWorkspace().run;
}

/** The shortcut of a command as a keyboard says it; undefined where it has none. */
export function useKeys(): (id: CommandId) => string | undefined {
  const { commands } = useWorkspace();
  return useCallback((id) => {
    const first = commands[id].shortcut?.[0];
    return first === undefined ? undefined : keysText(first);
  }, [commands]);
}

/** The name of an entity as a chart says it, wherever the screen has it from; its id where it has it from nowhere. */
export function useEntityName(id: string): string {
  return useShown((s) => lookup(s).name(id));
}

/** Asks the whole dataset for entities by name, for a field of its own. */
export function useSearch(): Workspace['search'] {
  return useWorkspace().search;
}

/** Words for the routes that were found, in short names; footnotes numbered in the order in which the routes are read. */
export function useRouteSentences(): Sentences {
  const records = useShown(traceRecords);
  const answer = useShown((s) => s.trace.answer);
  return useShortSentences(records, answer?.routes ?? NONE, useShown((s) => s.trace.question.filter));
}

/** The same for how several parties hang together. */
export function useConnectSentences(): Sentences {
  const records = useShown(connectRecords);
  const answer = useShown((s) => s.connect?.answer);
  return useShortSentences(records, answer?.connections ?? NONE, useShown((s) => s.connect?.question.filter ?? NO_FILTER));
}

/** The same for the routes that follow a pattern. */
export function usePatternSentences(): Sentences {
  const records = useShown(patternRecords);
  const answer = useShown((s) => s.pattern?.answer);
  return useShortSentences(records, answer?.routes ?? NONE, useShown((s) => s.pattern?.question?.filter ?? NO_FILTER));
}

/** The same for how the names of a list are tied. */
export function useCrosscheckSentences(): Sentences {
  const records = useShown(crosscheckRecords);
  return useShortSentences(records, NONE, useShown((s) => s.crosscheck?.question?.filter ?? NO_FILTER));
}

/** The same for leads. */
export function useLeadSentences(): Sentences {
  const records = useShown(leadsRecords);
  return useShortSentences(records, NONE, useShown((s) => s.leads?.question.filter ?? NO_FILTER));
}

const NONE: readonly Route[] = [];
const NO_FILTER: Filter = {};

function useShortSentences(records: Records, routes: readonly Route[], filter: Filter): Sentences {
  return useMemo(() => {
    const entities = [...records.entities.values()].map((e) => (e.shortName === undefined ? e : { ...e, name: e.shortName }));
    const part = { entities, relationships: [...records.relationships.values()], sources: [...records.sources.values()] };
    return sentencesOf(part, { routes, filter });
  }, [records, routes, filter]);
}
