import { pointAt } from '../geometry';
import type { Scene, SceneLabel, SceneLine } from '../scene';
import { fonts, measureText } from '../text';
import { familyWords } from '../visualLanguage/familyWord';
import { NOTE_GAP, notesWidth, POSSIBLY_WIDTH } from './footnoteText';

/**
 * A scene to be printed without colour: a line says by its words what it is, and one that found no room for words says its family in a few
 * letters, which the legend explains. O(lines).
 */
export function withFamilyWords(scene: Scene): Scene {
  return { ...scene, withoutColour: true, lines: scene.lines.map(withWord) };
}

function withWord(line: SceneLine): SceneLine {
  if (line.computed || (line.label && line.label.text !== '')) return line;
  const text = familyWords[line.family];
  const word = measureText(text, 'label') + 4;
  if (!line.label) {
    const { x, y } = pointAt(line, 0.5);
    return { ...line, label: { text, x: Math.round(x), y: Math.round(y), width: Math.ceil(word), height: fonts.label.lineHeight - 2 } };
  }
  return { ...line, label: { ...line.label, text, width: Math.ceil(word + signs(line.label)) } };
}

function signs({ notes, possibly }: SceneLabel): number {
  return (notes === undefined ? 0 : notesWidth(notes) + NOTE_GAP) + (possibly ? POSSIBLY_WIDTH : 0);
}
