import { Check, TriangleAlert, X, type IconNode } from 'lucide';
import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon';
import './fact.css';

const SIGNS: Readonly<Record<'yes' | 'no' | 'warning', IconNode>> = { yes: Check, no: X, warning: TriangleAlert };

/** One thing that is true of what leaves this machine, one that is not, or one to think about; its words say which without the sign. */
export function Fact({ sign, children }: { sign: keyof typeof SIGNS; children: ReactNode }) {
  return <li className="fact"><Icon of={SIGNS[sign]} small /><span>{children}</span></li>;
}
