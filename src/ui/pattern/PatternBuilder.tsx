import { Plus, X } from 'lucide';
import {
  entityTypeIds,
  entityTypes,
  families,
  relationshipTypeIds,
  relationshipTypes,
  writePattern,
  type EntityType,
  type Pattern,
  type PatternStep,
  type StepDirection,
} from '../../model';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';

/** A step as the builder edits it: one or several types, how often, and what it asks. */
interface BuiltStep {
  readonly of: readonly PatternStep['of'][];
  readonly direction: StepDirection;
  readonly where: PatternStep['where'];
  readonly times: keyof typeof TIMES;
}

const TIMES = {
  once: { label: 'once', least: 1, most: 1 },
  perhaps: { label: 'perhaps', least: 0, most: 1 },
  more: { label: 'once or more', least: 1, most: undefined },
  any: { label: 'any number of times', least: 0, most: undefined },
} as const;

const DIRECTIONS: Readonly<Record<StepDirection, string>> = { forward: '→ along', backward: '← against', either: '↔ either way' };
const FIRST: BuiltStep = { of: ['any'], direction: 'either', where: {}, times: 'once' };

interface Props {
  /** Absent where nothing is written yet. */
  pattern: Pattern | undefined;
  onPattern: (text: string) => void;
}

/** A pattern step by step. One that says more than a row of steps is edited as text. */
export function PatternBuilder({ pattern, onPattern }: Props) {
  const steps = pattern ? builtSteps(pattern) : [];
  if (!steps) return <p className="quiet small-text">This pattern says more than a row of steps can: change it as text.</p>;
  const put = (next: readonly BuiltStep[]) =>
    onPattern(next.length === 0 ? '' : writePattern({ kind: 'sequence', parts: next.map(patternOf) }));
  return (
    <div role="group" aria-label="Steps of the pattern">
      <ol className="pattern-steps">
        {steps.map((step, i) => (
          <StepRow
            key={i}
            step={step}
            number={i + 1}
            onStep={(next) => put(steps.map((one, at) => (at === i ? next : one)))}
            onDrop={() => put(steps.filter((_, at) => at !== i))}
          />
        ))}
      </ol>
      <button type="button" className="chip" onClick={() => put([...steps, FIRST])}>
        <Icon of={Plus} small />
        Add a step
      </button>
    </div>
  );
}

interface RowProps {
  step: BuiltStep;
  number: number;
  onStep: (step: BuiltStep) => void;
  onDrop: () => void;
}

function StepRow({ step, number, onStep, onDrop }: RowProps) {
  const { of, direction, where, times } = step;
  const name = (field: string) => `Step ${number}: ${field}`;
  const setType = (at: number, value: string) =>
    onStep({
      ...step,
      of: value === '' ? of.filter((_, i) => i !== at) : [...of.slice(0, at), value as PatternStep['of'], ...of.slice(at + 1)],
    });
  return (
    <li className="pattern-step" aria-label={`Step ${number}`}>
      {of.map((type, i) => (
        <TypeSelect
          key={i}
          label={name(i === 0 ? 'type' : `type ${i + 1}`)}
          value={type}
          extra={i > 0}
          onChange={(value) => setType(i, value)}
        />
      ))}
      {of[0] !== 'any' && <TypeSelect label={name('or another type')} value="" extra onChange={(value) => setType(of.length, value)} />}
      <select
        className="select"
        aria-label={name('direction')}
        value={direction}
        onChange={(e) => onStep({ ...step, direction: e.target.value as StepDirection })}
      >
        {Object.entries(DIRECTIONS).map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={name('how often')}
        value={times}
        onChange={(e) => onStep({ ...step, times: e.target.value as BuiltStep['times'] })}
      >
        {Object.entries(TIMES).map(([id, { label }]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={name('leads to')}
        value={where.to?.[0] ?? ''}
        onChange={(e) => onStep({ ...step, where: { ...where, to: e.target.value === '' ? undefined : [e.target.value as EntityType] } })}
      >
        <option value="">to anyone</option>
        {entityTypeIds.map((type) => (
          <option key={type} value={type}>
            to a {entityTypes[type].label}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={name('share')}
        value={where.share?.percent ?? ''}
        onChange={(e) =>
          onStep({ ...step, where: { ...where, share: e.target.value === '' ? undefined : { is: '>=', percent: Number(e.target.value) } } })
        }
      >
        <option value="">any share</option>
        {[...new Set([10, 25, 50, 75, 100, ...(where.share ? [where.share.percent] : [])])].map((percent) => (
          <option key={percent} value={percent}>
            share of at least {percent} %
          </option>
        ))}
      </select>
      <IconButton icon={X} label={`Remove step ${number}`} plain small className="pattern-drop" onClick={onDrop} />
    </li>
  );
}

function TypeSelect({
  label,
  value,
  extra,
  onChange,
}: {
  label: string;
  value: string;
  extra: boolean;
  onChange: (value: string) => void;
}) {
  return (
    <select className="select" aria-label={label} value={value} onChange={(e) => onChange(e.target.value)}>
      {extra ? <option value="">{value === '' ? 'or …' : 'not this one'}</option> : <option value="any">any relationship</option>}
      <optgroup label="Families">
        {families.map((family) => (
          <option key={family} value={family}>
            {extra ? 'or ' : ''}of {family}
          </option>
        ))}
      </optgroup>
      <optgroup label="Types">
        {relationshipTypeIds.map((type) => (
          <option key={type} value={type}>
            {extra ? 'or ' : ''}
            {relationshipTypes[type].verb}
          </option>
        ))}
      </optgroup>
    </select>
  );
}

/** A pattern as a row of steps; undefined where it is more than that. */
function builtSteps(pattern: Pattern): BuiltStep[] | undefined {
  const parts = pattern.kind === 'sequence' ? pattern.parts : [pattern];
  const steps = parts.map(builtStep);
  return steps.every((step) => step !== undefined) ? steps : undefined;
}

function builtStep(pattern: Pattern): BuiltStep | undefined {
  const { part, least, most } = pattern.kind === 'repeat' ? pattern : { part: pattern, least: 1, most: 1 };
  const times = (Object.keys(TIMES) as BuiltStep['times'][]).find((id) => TIMES[id].least === least && TIMES[id].most === most);
  const steps = part.kind === 'choice' ? part.parts : [part];
  const [first] = steps;
  if (times === undefined || first?.kind !== 'step') return undefined;
  const alike = (step: Pattern): step is PatternStep =>
    step.kind === 'step' && step.direction === first.direction && JSON.stringify(step.where) === JSON.stringify(first.where);
  const { to, share, ...other } = first.where;
  const plain = Object.values(other).every((value) => value === undefined) && (to?.length ?? 1) === 1 && (share?.is ?? '>=') === '>=';
  return steps.every(alike) && plain
    ? { of: steps.map((step) => step.of), direction: first.direction, where: first.where, times }
    : undefined;
}

function patternOf({ of, direction, where, times }: BuiltStep): Pattern {
  const steps = of.map((one): PatternStep => ({ kind: 'step', of: one, direction, where }));
  const part: Pattern = steps.length === 1 ? steps[0]! : { kind: 'choice', parts: steps };
  const { least, most } = TIMES[times];
  return times === 'once' ? part : { kind: 'repeat', part, least, most };
}
