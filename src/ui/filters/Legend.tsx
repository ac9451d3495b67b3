import { ChevronDown, ChevronUp } from 'lucide';
import { useState } from 'react';
import { legend as legendOf } from '../../workspace';
import { EntityIcon } from '../parts/EntityIcon';
import { Icon } from '../parts/Icon';
import { LineSample } from '../parts/LineSample';
import { useShown } from '../shell/useWorkspace';
import './filters.css';

/** How to read what is drawn, and no more. Folded away at first where the window is narrow. */
export function Legend() {
  const legend = useShown(legendOf);
  const [open, setOpen] = useState(() => window.innerWidth >= 860);
  const statuses = legend.statuses.map((s) => s.status);
  const solid = statuses.filter((s) => s === 'confirmed' || s === 'reported');
  const marked = statuses.filter((s) => s !== 'confirmed' && s !== 'reported');
  if (legend.entityTypes.length === 0) return null;
  return (
    <section className="legend" aria-label="Legend">
      <button type="button" className="legend-heading" aria-expanded={open} onClick={() => setOpen(!open)}>
        Legend<Icon of={open ? ChevronDown : ChevronUp} small />
      </button>
      {open && (
        <ul className="legend-items">
          {legend.families.map(({ family }) => <li key={family}><LineSample family={family} />{family}</li>)}
          {solid.length > 0 && <li><LineSample status="reported" />{solid.join(', ')}</li>}
          {marked.map((status) => <li key={status}><LineSample status={status} />{status}</li>)}
          {legend.ended && <li><LineSample ended />ended</li>}
          {legend.entityTypes.map(({ type, label }) => <li key={type}><span className="legend-icon"><EntityIcon type={type} /></span>{label}</li>)}
        </ul>
      )}
    </section>
  );
}
