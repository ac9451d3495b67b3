import { acceptedCandidate, askRegister, queryOf, RegisterError, type Candidate, type RegisterField } from '../../registers';
import { errorText } from '../../model';
import { withPart } from '../chart';
import { edit } from '../editing';
import { placeBeside } from '../editing/placeBeside';
import { today } from '../entering';
import { CancelledError, type Session } from '../session';
import type { RegisterState } from '../state';
import { allow, allowedFields, disallow } from './allowed';

/** The most entities that are asked about at once. */
const MOST_ASKED = 2000;

/**
 * Opens the dialog about some entities. The page's own server is asked which registers there are; nothing else is, unless the user has said
 * yes to one of them for good: then that is asked at once, with the fields that the yes was for.
 */
export async function openRegister(session: Session, entities: readonly string[]): Promise<void> {
  session.set({
    register: { phase: 'choosing', entities: entities.slice(0, MOST_ASKED), fields: [], allowed: false, asked: [] },
  });
  session.addRecords({ entities: await session.opened().entities({ ids: [...entities] }) });
  const services = await session.deps.registers.services().catch((error: unknown) => errorText(error));
  if (typeof services === 'string') return unknownServices(session, services);
  const yes = services.find((one) => allowedFields(session.deps.settings, one) !== undefined);
  const service = yes ?? services[0];
  choose(session, { services, ...(service === undefined ? {} : { service }) });
  if (yes !== undefined && session.get().register)
    await sendToRegister(session, { service: yes, fields: allowedFields(session.deps.settings, yes)!, always: true });
}

/** It could not be told which registers there are, which is not to say that there are none. */
function unknownServices(session: Session, why: string): void {
  const { register } = session.get();
  if (register) session.set({ register: { ...register, phase: 'failed', message: why } });
}

/** Changes what would be asked, and of whom. Nothing leaves. */
export function choose(session: Session, choice: Partial<Pick<RegisterState, 'services' | 'service' | 'fields'>>): void {
  const { register } = session.get();
  if (!register) return;
  const next = { ...register, ...choice };
  const allowed = next.service !== undefined && allowedFields(session.deps.settings, next.service) !== undefined;
  session.set({ register: { ...next, allowed, phase: 'choosing', message: undefined } });
}

export interface Consent {
  readonly service: string;
  readonly fields: readonly RegisterField[];
  /** Whether yes was said for this question, or for all to this service. */
  readonly always: boolean;
}

/** Sends what was shown, which is the only way in which anything leaves: the user has said yes to it. */
export async function sendToRegister(session: Session, { service, fields, always }: Consent): Promise<void> {
  const { register, records } = session.get();
  if (!register) return;
  const entities = register.entities.flatMap((id) => records.entities.get(id) ?? []);
  if (always) allow(session.deps.settings, service, fields);
  else disallow(session.deps.settings, service);
  const asking: RegisterState = {
    ...register, service, fields, allowed: always, phase: 'asking', asked: entities.map((e) => e.id), answer: undefined, message: undefined,
  };
  session.set({ register: asking });
  try {
    const answer = await session.job('register', 'Asking the register', ({ signal, onProgress }) =>
      askRegister(entities.map((e) => queryOf(e, fields)), {
        signal, onProgress, wait: session.deps.wait, post: (form, within) => session.deps.registers.post(service, form, within),
      }),
    );
    settle(session, asking, { phase: 'answered', answer });
  } catch (error) {
    if (error instanceof CancelledError) return settle(session, asking, { phase: 'choosing' });
    if (!(error instanceof RegisterError)) throw error;
    settle(session, asking, { phase: 'failed', message: error.message });
  }
}

/** What came is shown unless something else was asked meanwhile, or the dialog closed. */
function settle(session: Session, asking: RegisterState, came: Partial<RegisterState>): void {
  if (session.get().register === asking) session.set({ register: { ...asking, ...came } });
}

export interface Acceptance {
  readonly entity: string;
  readonly candidate: Candidate;
  readonly as: 'same' | 'probably';
}

/** Takes a candidate over: the register's entity, the `sameAs` and the source, as one step that undo takes back. */
export function acceptCandidate(session: Session, { entity: id, candidate, as }: Acceptance): void {
  const { register, records, chart } = session.get();
  const entity = records.entities.get(id);
  if (!register?.answer || register.service === undefined || !entity) return;
  const accepted = acceptedCandidate(entity, candidate, {
    manifest: register.answer.manifest, service: register.service, on: today(session), as,
  });
  const place = placeBeside(chart.positions.values(), chart.positions.get(id), [accepted.entity.id]);
  const drawn = chart.entities.has(id) ? withPart(chart, { entities: [accepted.entity], relationships: [] }, place) : chart;
  edit(session, `Take ${entity.name} for “${candidate.name}” of ${register.answer.manifest.name}`, accepted.edits, { chart: drawn });
}
