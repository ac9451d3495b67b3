import { atOnce, each, type Steps } from '../../model';
import { MOST_LOOKED } from './areaGrid';
import { LabelPlaces, type LabelRequest, type LinePlacement } from './labelPlaces';
import type { PlacedBox } from './outline';

/**
 * Finds room for the labels and marks of lines: on the line itself or right beside it, so that none covers a box or
 * another label. Keyed by relationship; a line whose label found no room is there without one (its mark alone is tried
 * last). Among free places it takes the one that the fewest other lines run under, then the nearest to the middle. Lines
 * with the fewest free places choose first (ties: in the order given); then each in turn may move to a better place, and
 * one that was left out may push one other aside to a place of its own. Greedy, so not always the most labels possible.
 * Cost: about 60 places tried a line and text, each O(1) where things do not pile up; lines under a place are counted for
 * the few places that a line gets to.
 */
export function placeLabels(requests: readonly LabelRequest[], boxes: ReadonlyMap<string, PlacedBox>): Map<string, LinePlacement> {
  return atOnce(placeLabelsStepwise(requests, boxes));
}

/** The same with several pauses a line. */
export function* placeLabelsStepwise(
  requests: readonly LabelRequest[], boxes: ReadonlyMap<string, PlacedBox>,
): Steps<Map<string, LinePlacement>> {
  const choice = new Choice(yield* LabelPlaces.of(requests, boxes), requests.length);
  yield* choice.makeAll();
  return new Map(requests.map(({ line }, i) => [line.relationship, choice.placement(i) ?? {}]));
}

/** Which place each line has chosen so far. */
class Choice {
  private readonly chosen: (number | undefined)[];
  /** The chosen places, by the line that has them. */
  private readonly taken;

  constructor(private readonly places: LabelPlaces, lines: number) {
    this.chosen = Array.from({ length: lines }, () => undefined);
    this.taken = places.gridOfChosen();
  }

  *makeAll(): Steps<void> {
    const { places } = this;
    const order = [...this.chosen.keys()].sort((i, j) => places.countOf(i) - places.countOf(j) || i - j);
    yield* each(order, (i) => this.choose(i, this.best(i)));
    for (let pass = 0; pass < 3; pass++) yield* each(order, (i) => this.choose(i, this.best(i) ?? this.pushAside(i) ?? this.chosen[i]));
  }

  placement(line: number): LinePlacement | undefined {
    const place = this.chosen[line];
    return place === undefined ? undefined : this.places.placement(place);
  }

  private choose(line: number, place: number | undefined): void {
    if (this.chosen[line] === place) return;
    if (this.chosen[line] !== undefined) this.taken.remove(line);
    this.chosen[line] = place;
    const { places } = this;
    if (place !== undefined) this.taken.add(line, places.minX(place), places.minY(place), places.maxX(place), places.maxY(place));
  }

  /** The best place of a line that no other line has, and that leaves `except` free. */
  private best(line: number, except?: number): number | undefined {
    for (let nth = 0; ; nth++) {
      const place = this.taken.looked > MOST_LOOKED ? undefined : this.places.nth(line, nth);
      if (place === undefined) return undefined;
      if (except !== undefined && this.places.overlap(place, except)) continue;
      const met = this.met(place, 2);
      if (met === 0 || (met === 1 && this.taken.found[0] === line)) return place;
    }
  }

  /** A place for a label that has none, which one other label leaves for a place of its own. */
  private pushAside(line: number): number | undefined {
    for (let nth = 0; ; nth++) {
      const wanted = this.places.nth(line, nth);
      if (wanted === undefined) return undefined;
      if (this.met(wanted, 2) !== 1) continue;
      const other = this.taken.found[0]!;
      const elsewhere = this.best(other, wanted);
      if (elsewhere === undefined) continue;
      this.choose(other, elsewhere);
      return wanted;
    }
  }

  private met(place: number, most: number): number {
    const { places } = this;
    return this.taken.meeting(places.minX(place), places.minY(place), places.maxX(place), places.maxY(place), most);
  }
}
