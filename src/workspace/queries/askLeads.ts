import { NO_IDS, type LeadRule, type LeadsQuestion } from '../../model';
import { CancelledError, type Session } from '../session';
import { messageOf } from './message';

/** How many leads of one rule are asked for. */
const LIMIT = 50;

/** Asks what deserves a second look under the chart's filter, by the rules of the panel too. */
export async function askLeads(session: Session, rules: readonly LeadRule[] = session.get().leads?.question.rules ?? []): Promise<void> {
  const question: LeadsQuestion = { filter: session.get().chart.filter, rules: [...rules], limit: LIMIT };
  session.cancel('leads');
  session.set({ leads: { phase: 'asking', question, named: session.get().leads?.named ?? NO_IDS } });
  try {
    const { answer, records, named } = await session.job('leads', 'Looking for leads', async (ask) => {
      const store = session.opened();
      const answer = await store.leads(question, ask);
      const entityIds = [...new Set(answer.leads.flatMap((lead) => lead.entities))];
      const relationshipIds = [...new Set(answer.leads.flatMap((lead) => lead.relationships))];
      const [entities, relationships] = await Promise.all([
        store.entities({ ids: entityIds }, ask),
        store.relationships({ ids: relationshipIds }, ask),
      ]);
      const sourceIds = [...new Set(relationships.flatMap((r) => r.claims.map((c) => c.source)))];
      const sources = await store.sources({ ids: sourceIds }, ask);
      return {
        answer,
        records: { entities, relationships, sources },
        named: { entities: entityIds, relationships: relationshipIds, sources: sources.map((s) => s.id) },
      };
    });
    if (session.get().leads?.question !== question) return;
    session.addRecords(records);
    session.set({ leads: { phase: 'answered', question, answer, named } });
  } catch (error) {
    if (session.get().leads?.question !== question) return;
    const message = error instanceof CancelledError ? 'It was cancelled.' : messageOf(error);
    session.set({ leads: { phase: 'failed', question, named: NO_IDS, message } });
  }
}
