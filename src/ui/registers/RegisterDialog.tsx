import { useState } from 'react';
import { queryOf, registerFields, type RegisterField } from '../../registers';
import { type RegisterState } from '../../workspace';
import { Check } from '../parts/Check';
import { Progress } from '../parts/Progress';
import { Window } from '../parts/Window';
import { useRun, useShown } from '../shell/useWorkspace';
import { RegisterCandidates } from './RegisterCandidates';
import './registers.css';

const FIELDS: Readonly<Record<RegisterField, string>> = {
  country: 'Country', date: 'Founding or birth date', numbers: 'Numbers in registers',
};

/** Asking a register of others who somebody is: what would leave, a yes or no to it, and then what came back. */
export default function RegisterDialog({ register }: { register: RegisterState }) {
  const run = useRun();
  const [ticked, setTicked] = useState<boolean>();
  const { phase, service, fields, allowed } = register;
  const always = ticked ?? allowed;
  const close = () => void run('closeRegister');
  const send = () => service !== undefined && void run('sendToRegister', { service, fields, always });
  const foot =
    phase === 'asking' ? (
      <button type="button" className="button" onClick={() => run('stopAskingRegister')}>Stop</button>
    ) : phase === 'answered' ? (
      <>
        <button type="button" className="button" onClick={() => run('chooseRegister', {})}>Ask otherwise</button>
        <button type="button" className="button primary" onClick={close}>Done</button>
      </>
    ) : (
      <>
        <button type="button" className="button" onClick={close}>Send nothing</button>
        <button type="button" className="button primary" disabled={service === undefined} onClick={send}>
          {phase === 'failed' && service !== undefined ? 'Send it again' : 'Yes, send this'}
        </button>
      </>
    );
  return (
    <Window title="Ask a register who they are" onClose={close} foot={foot} wide>
      {register.services?.length === 0 ? (
        <NoService />
      ) : phase === 'answered' ? (
        <RegisterCandidates register={register} />
      ) : (
        <Leaving register={register} always={always} setAlways={setTicked} />
      )}
    </Window>
  );
}

/** By default no register is asked, and it is said how one could be. */
function NoService() {
  return (
    <div className="register-form">
      <p>
        No register is asked from here. This page may speak to its own server alone, which asks only the services that are named when it is
        started:
      </p>
      <p className="mono register-command">throughline serve FILE --ask https://service.example.org/reconcile</p>
      <p className="quiet small-text">
        Services of the Reconciliation Service API are asked so: OpenSanctions’ yente, OpenAleph, OpenCorporates, Wikidata, GLEIF, or
        another Throughline with --reconcile.
      </p>
    </div>
  );
}

interface LeavingProps {
  register: RegisterState;
  always: boolean;
  setAlways: (yes: boolean) => void;
}

/** The exact names and fields that leave, before they do. */
function Leaving({ register, always, setAlways }: LeavingProps) {
  const { phase, services = [], service, fields, message } = register;
  const run = useRun();
  const done = useShown((s) => s.jobs.get('register')?.done);
  const toggle = (field: RegisterField, on: boolean) =>
    void run('chooseRegister', { fields: registerFields.filter((f) => (f === field ? on : fields.includes(f))) });
  if (service === undefined && phase === 'failed') return <p role="alert">It cannot be told which registers there are. {message}</p>;
  if (service === undefined) return <Progress label="Looking which registers there are" />;
  const { host } = new URL(service);
  return (
    <div className="register-form" aria-busy={phase === 'asking'}>
      <label className="register-choice">
        <span>Register</span>
        <select
          className="select" value={service} disabled={phase === 'asking'}
          onChange={(e) => run('chooseRegister', { service: e.target.value })}
        >
          {services.map((one) => <option key={one} value={one}>{one}</option>)}
        </select>
      </label>
      <fieldset className="register-fields" disabled={phase === 'asking'}>
        <legend>Besides the name, send</legend>
        {registerFields.map((field) => (
          <Check key={field} checked={fields.includes(field)} onChange={(on) => toggle(field, on)}>{FIELDS[field]}</Check>
        ))}
      </fieldset>
      <Queries register={register} />
      <p className="small-text">
        This and nothing else leaves for <b>{host}</b>, whose operator sees it, and the address on the network of the machine that this page
        comes from. {phase === 'asking' ? 'It is being sent.' : 'It is sent when you say so below, and not before.'}
      </p>
      <Check checked={always} onChange={setAlways}>Ask {host} so at once from now on, in this browser</Check>
      {phase === 'asking' && <Progress label={`Asking ${host}`} done={done} />}
      {phase === 'failed' && <p role="alert">{message}</p>}
    </div>
  );
}

/** How many queries are listed; the others leave too, and are counted. */
const LISTED = 200;

function Queries({ register: { entities, fields } }: { register: RegisterState }) {
  const records = useShown((s) => s.records.entities);
  const queries = entities.flatMap((id) => {
    const entity = records.get(id);
    return entity ? [{ id, query: queryOf(entity, fields) }] : [];
  });
  return (
    <div className="report-scroll register-queries" tabIndex={0} role="region" aria-label="What leaves">
      <table className="report-table">
        <thead><tr><th>Name</th>{fields.map((field) => <th key={field}>{FIELDS[field]}</th>)}</tr></thead>
        <tbody>
          {queries.slice(0, LISTED).map(({ id, query }) => (
            <tr key={id}>
              <td>{query.query}</td>
              {fields.map((field) => <td key={field}>{sentFor(query, field)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {queries.length > LISTED && <p className="quiet small-text">and {(queries.length - LISTED).toLocaleString('en')} more</p>}
    </div>
  );
}

const PIDS: Readonly<Record<RegisterField, readonly string[]>> = {
  country: ['country'], date: ['birthDate', 'incorporationDate'], numbers: ['registrationNumber'],
};

function sentFor({ properties = [] }: ReturnType<typeof queryOf>, field: RegisterField): string {
  return properties.filter((p) => PIDS[field].includes(p.pid)).flatMap((p) => p.v).join(', ');
}
