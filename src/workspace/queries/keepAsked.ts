import type { Session } from '../session';
import { beginChecks } from './askChecks';
import { askTies } from './askCrosscheck';
import { askLeads } from './askLeads';
import { askConnect } from './askConnect';
import { askOwners, ownersQuestionOf } from './askOwners';
import { askPattern } from './askPattern';
import { askStructure } from './askStructure';
import { askVentures, stakesFilter } from './askVentures';

/**
 * Keeps the answers on ventures, owners and connections in step with the filter under which they hold, while they are looked at, and asks
 * for what is left to check once it is.
 * Returns how to stop.
 */
export function keepAsked(session: Session): () => void {
  return session.state.subscribe((now, before) => {
    if (!now.dataset || !session.store) return;
    if (now.view.asking === 'checks') void beginChecks(session, 'lint');
    if (now.view.mode === 'table' && now.view.table === 'claims') void beginChecks(session, 'checkSheet');
    // Who came to the chart, and is not waited for by an answer that is on its way, stands somewhere too.
    if (now.structure && now.chart.entities !== before.chart.entities && now.chart.filter === before.chart.filter)
      void askStructure(session);
    const turned = now.chart.filter !== before.chart.filter || now.dataset !== before.dataset || now.view.asking !== before.view.asking;
    if (!turned) return;
    if (now.view.asking === 'ventures' && isOther(now.ventures?.question.filter, stakesFilter(now.chart.filter))) void askVentures(session);
    if (now.view.asking === 'connect' && now.connect && isOther(now.connect.question.filter, now.chart.filter)) void askConnect(session);
    const checked = now.crosscheck?.question;
    if (now.view.asking === 'crosscheck' && checked && isOther(checked.filter, now.chart.filter)) void askTies(session);
    if (now.view.asking === 'leads' && now.leads && isOther(now.leads.question.filter, now.chart.filter)) void askLeads(session);
    const followed = now.pattern?.question;
    if (now.view.asking === 'pattern' && followed && isOther(followed.filter, now.chart.filter)) void askPattern(session);
    const { ownership } = now;
    if (ownership.entity !== undefined && ownership.question && isOther(ownership.question, ownersQuestionOf(session, ownership)))
      void askOwners(session);
  });
}

function isOther(asked: unknown, wanted: unknown): boolean {
  return JSON.stringify(asked) !== JSON.stringify(wanted);
}
