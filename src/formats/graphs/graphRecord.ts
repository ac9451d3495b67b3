import type { PartialDate, Properties } from '../../model';
import type { At } from '../builder';

/** A node as a file of a general graph tool has it. */
export interface GraphNode {
  readonly id: string;
  readonly label?: string | undefined;
  /** Its attributes by their titles; empty ones are left out. */
  readonly fields: ReadonlyMap<string, Properties[string]>;
  /** When it is there, as far as the format itself says so. */
  readonly start?: PartialDate | undefined;
  readonly end?: PartialDate | undefined;
  readonly at: At;
}

/** An edge as a file of a general graph tool has it; ends are ids of nodes. */
export interface GraphEdge {
  readonly id?: string | undefined;
  readonly source: string;
  readonly target: string;
  readonly label?: string | undefined;
  /** Mutual is directed both ways. */
  readonly direction: 'directed' | 'undirected' | 'mutual';
  readonly fields: ReadonlyMap<string, Properties[string]>;
  readonly start?: PartialDate | undefined;
  readonly end?: PartialDate | undefined;
  readonly at: At;
}
