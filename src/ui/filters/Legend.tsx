import { ChevronDown, ChevronUp } from 'lucide';
import { useState, type ReactNode } from 'react';
import { changeSigns, figureLabels, HIGHLIGHT_LINE, isGroup, type Legend as DrawnLegend } from '../../drawing';
import { structureNotes } from '../../analysis';
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
  const { statuses } = legend;
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
          {legend.route && <li><RouteSample />route</li>}
          {legend.families.map((family) => <li key={family}><LineSample family={family} />{family}</li>)}
          {solid.length > 0 && <li><LineSample status="reported" />{solid.join(', ')}</li>}
          {marked.map((status) => <li key={status}><LineSample status={status} />{status}</li>)}
          {legend.shares && <li><ShareSample />wider: larger share</li>}
          {legend.computed && <li><ComputedSample />computed, not recorded</li>}
          {legend.enclosure && <li><span className="enclosure-sample" aria-hidden="true" />a venture and its partners</li>}
          {legend.possibly && <li><span className="possibly-mark" aria-hidden="true">?</span>may not have held then</li>}
          {legend.joined && <li><span className="plate-sample" aria-hidden="true">×2</span>several entries drawn as one</li>}
          {legend.grouped && <li><span className="plate-sample" aria-hidden="true">5</span>a group, and how many are in it</li>}
          {legend.bundled && <li><BundleSample />several ties of one status</li>}
          {legend.arrows && <li><ArrowSample />drawn by hand: no evidence</li>}
          {legend.changes?.map((change) => (
            <li key={change}>
              <span className="plate-sample" aria-hidden="true">{changeSigns[change].sign}</span>{changeSigns[change].word}
            </li>
          ))}
          {legend.ring && <li><span className="ring-sample" aria-hidden="true" />ringed: without these, no route</li>}
          {legend.faint && <li><span className="faint-sample" aria-hidden="true" />pale: no tie in this period</li>}
          {legend.figure && <FigureLegend figure={legend.figure} />}
          {legend.ended && <li><LineSample ended />ended</li>}
          {legend.entityTypes.map(({ type, label }) => (
            <li key={type}>
              <span className="legend-icon">
                <EntityIcon type={type} />
              </span>
              {label}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the grounds or sizes of boxes say, with what the figure can and cannot tell. */
function FigureLegend({ figure: { figure, grounds, sized } }: { figure: NonNullable<DrawnLegend['figure']> }) {
  const label = figureLabels[figure];
  const swatches = grounds.map(({ tint, tag }) => <span key={tint} className="tint" data-tint={tint}>{isGroup(figure) ? tag : ''}</span>);
  return (
    <li className="legend-figure">
      {swatches.length > 0 && <span className="tints" aria-hidden="true">{swatches}</span>}
      {isGroup(figure) ? `by its number: ${label}` : `${sized ? 'larger' : 'darker'}, and the number in the corner: ${label}`}
      <span className="legend-note quiet">{structureNotes[figure]}</span>
    </li>
  );
}

/** The highlighter under a line. */
function RouteSample() {
  return (
    <Sample>
      <path d="M1 6h24" stroke="var(--highlight)" strokeWidth={HIGHLIGHT_LINE} fill="none" />
      <path d="M1 6h24" stroke="var(--ink)" strokeWidth="1.5" fill="none" />
    </Sample>
  );
}

/** A line that grows wider. */
function ShareSample() {
  return <Sample><path d="M1 5.4L25 4v4L1 6.6Z" fill="var(--ink)" /></Sample>;
}

function Sample({ children }: { children: ReactNode }) {
  return <svg className="line-sample" viewBox="0 0 26 12" width="26" height="12" aria-hidden="true" focusable="false">{children}</svg>;
}

/** An arrow that was drawn by hand. */
function ArrowSample() {
  return <Sample><path d="M2 6h20M17 2l5 4-5 4" stroke="var(--quiet)" strokeWidth="3" strokeOpacity="0.5" fill="none" /></Sample>;
}

/** A double line. */
function BundleSample() {
  return <Sample><path d="M1 4.5h24M1 7.5h24" stroke="var(--ink)" strokeWidth="1" fill="none" /></Sample>;
}

/** A thin double line marked Σ, as the chart draws what was computed. */
function ComputedSample() {
  return (
    <Sample>
      <path d="M1 4.5h24M1 7.5h24" stroke="var(--ink)" strokeWidth="1" fill="none" />
      <circle cx="13" cy="6" r="5" fill="var(--paper)" stroke="var(--ink)" />
      <path d="M15 4h-4l2 2-2 2h4" stroke="var(--ink)" strokeWidth="1" fill="none" />
    </Sample>
  );
}
