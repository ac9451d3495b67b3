import { leadRules, leadsQuestion, type LeadRule } from '../../model';
import { leadsBrief } from '../../publish';
import { givenJson } from '../givenFile';
import { MisuseError, printJson, type ExitCode, type Io } from '../io';
import { datasetOf, withStore, type DataOptions } from '../openStore';
import { filterOf, type RouteOptions } from '../routeOptions';

interface LeadsOptions extends RouteOptions, DataOptions {
  rules?: string;
  limit?: number;
  json?: boolean;
}

/** What deserves a second look; exit code 1 where nothing fits any rule. */
export async function leads(options: LeadsOptions, io: Io): Promise<ExitCode> {
  const rules = options.rules === undefined ? [] : await rulesIn(options.rules);
  const asked = leadsQuestion.safeParse({
    filter: filterOf(options),
    rules,
    ...(options.limit === undefined ? {} : { limit: options.limit }),
  });
  if (!asked.success) throw new MisuseError(asked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  return withStore(options, io, async (opened) => {
    const answer = await opened.store.leads(asked.data);
    if (options.json) printJson(io, answer);
    else {
      const part = await datasetOf(opened, {
        entities: answer.leads.flatMap((lead) => lead.entities),
        relationships: answer.leads.flatMap((lead) => lead.relationships),
      });
      io.out(leadsBrief({ title: `What deserves a second look in “${opened.head.title}”`, question: asked.data, answer, part }).trimEnd());
    }
    return answer.leads.length > 0 ? 0 : 1;
  });
}

/** Throws MisuseError with what is wrong in a file of rules and where. */
async function rulesIn(path: string): Promise<LeadRule[]> {
  const read = leadRules.safeParse(await givenJson(path));
  if (read.success) return read.data.rules;
  throw new MisuseError(read.error.issues.map((issue) => `${path}, ${issue.path.join('.') || 'file'}: ${issue.message}`).join('\n'));
}
