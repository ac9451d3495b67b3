import { ChevronDown, ChevronUp } from 'lucide';
import { useState } from 'react';
import { EntityIcon } from '../parts/EntityIcon';
import { Icon } from '../parts/Icon';
import { LineSample } from '../parts/LineSample';
import { legend as legendOf } from '../../workspace';
import { useShown } from '../shell/useWorkspace';

/** How to read what is drawn, and no more. */
export function Legend() {
  const legend = useShown(legendOf);
  const [open, setOpen] = useState(true);
  const plain = legend.statuses.map((s) => s.status).filter((s) => s === 'confirmed' || s === 'reported');
  const marked = legend.statuses.map((s) => s.status).filter((s) => s !== 'confirmed' && s !== 'reported');
  return (
    <section className="legend" aria-label="Legend">
      <button type="button" className="legend-heading" aria-expanded={open} onClick={() => setOpen(!open)}>
        <h2 className="section-title">Legend</h2>
        <Icon of={open ? ChevronDown : ChevronUp} small />
      </button>
      {open && (
        <ul className="legend-items">
          {legend.families.map(({ family }) => <li key={family}><LineSample family={family} />{family}</li>)}
          {plain.length > 0 && <li><LineSample status="reported" />{plain.join(', ')}</li>}
          {marked.map((status) => <li key={status}><LineSample status={status} />{status}</li>)}
          {legend.ended && <li><LineSample ended />ended</li>}
          {legend.entityTypes.map(({ type, label }) => <li key={type}><span className="legend-icon"><EntityIcon type={type} /></span>{label}</li>)}
        </ul>
      )}
    </section>
  );
}
