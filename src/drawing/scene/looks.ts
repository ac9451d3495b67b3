import type { Looks } from '../visualLanguage';
import type { SceneLooksInput } from './buildScene';
import { boxLooks } from './sceneBoxes';
import { lineLooks } from './sceneLines';

/** How everything drawn will look, before anything is placed: what the legend of the scene is read from. O(n + m). */
export function looksOf(input: SceneLooksInput): Looks {
  const { part: { entities, relationships }, emphasis: { route, ringed = [], faint = [] } = {}, enclosures = [], arrows = [] } = input;
  const drawn = new Set(entities.map((e) => e.id));
  const some = (ids: readonly string[] = []) => ids.some((id) => drawn.has(id));
  return {
    boxes: entities.map(boxLooks(input, entities)), lines: relationships.map(lineLooks(input)), 
    enclosure: enclosures.some((e) => !e.group), ...(arrows.length > 0 ? { arrows: true } : {}),
    route: some(route?.entities), ring: some(ringed), faint: !some(route?.entities) && some(faint),
  };
}
