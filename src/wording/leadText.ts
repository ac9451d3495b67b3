import type { Lead, LeadsAnswer, LeadShape } from '../model';
import { cutOffText } from './patternText';

/** A lead in one sentence. */
export function leadSentence({ says }: Pick<Lead, 'says'>, nameOf: (id: string) => string): string {
  return says
    .map((part) => (typeof part === 'string' ? part : nameOf(part.entity)))
    .join('')
    .replace(/\.\.$/, '.');
}

/** "12 leads by 6 of 10 rules. A lead is worth a second look; it says nothing about guilt." */
export function leadsText({ shapes, leads }: LeadsAnswer): string {
  const fitting = shapes.filter(({ found }) => found > 0).length;
  const beyond = shapes.reduce((sum, { found }) => sum + found, 0) - leads.length;
  const many = leads.length === 1 ? '1 lead' : `${leads.length} leads`;
  const more = beyond > 0 ? `; ${beyond} more are not listed` : '';
  return `${many} by ${fitting} of ${shapes.length} rules${more}. A lead is worth a second look; it says nothing about guilt.`;
}

/** What of the leads by one rule is not told; none where all are. */
export function untoldLeads({ found, complete, cutOff }: LeadShape, listed: number): string[] {
  const leads = (n: number) => (n === 1 ? '1 lead' : `${n} leads`);
  return [
    ...(listed < found ? [`${listed} of ${leads(found)} are listed.`] : []),
    ...(cutOff ? [cutOffText(cutOff)] : []),
    ...(complete || cutOff ? [] : [`There are more than the ${leads(found)} that were looked for.`]),
  ];
}
