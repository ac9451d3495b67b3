import type { DatasetPart, Position } from '../../model';
import type { Detail } from '../scene';

/** What every layout is asked. Positions are the centres of boxes, in whole chart units. */
export interface LayoutRequest {
  /** What is drawn; relationships with an end that is not among the entities are passed over. */
  readonly part: DatasetPart;
  readonly detail: Detail;
  /** Width over height of the room that the picture has, above 0. */
  readonly aspect: number;
  /** Another seed gives another picture; the same seed always the same. 1 unless told. */
  readonly seed?: number;
  /** These stay exactly where they are, even where they overlap one another. */
  readonly pinned?: ReadonlyMap<string, Position>;
  /** A picture that the reader knows: kept as far as possible, and what is new is placed near its neighbours. */
  readonly previous?: ReadonlyMap<string, Position>;
  /** Told about ten times how much is done, from 0 to 1. */
  onProgress?(done: number): void;
}
