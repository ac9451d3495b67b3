import { cssFont, fonts } from '../../drawing';
import { renderSnapshot, type DrawingCanvas } from '../../publish';
import { nodeAssets } from '../nodeAssets';
import { nodeCanvas } from '../nodeCanvas';
import { scriptNames, scriptSnapshot } from './scriptNames';

/** Characters that no font has here: they are drawn as the box that stands for what is missing. Cherokee, Ethiopic, private. */
const NONE = ['\u13a0', '\u12a0', '\u{10fffd}'];
const SIZE = 40;

/** What a character looks like in the font of names, as the canvas of pictures draws it. */
async function look({ context, png }: DrawingCanvas, character: string): Promise<string> {
  context.fillStyle = '#fff';
  context.fillRect(0, 0, SIZE, SIZE);
  context.fillStyle = '#000';
  context.font = cssFont(fonts.name);
  context.fillText(character, 10, 25);
  return Buffer.from(await png()).toString('base64');
}

const assets = await nodeAssets();
await renderSnapshot(scriptSnapshot, 'png', { assets, canvas: nodeCanvas });
const canvas = await nodeCanvas(SIZE, SIZE, assets, new Map());
const bare: string[] = [];
for (const character of [' ', ...NONE]) bare.push(await look(canvas, character));
const characters = [...new Set(scriptNames.join('').replace(/\s/g, ''))];
const missing: string[] = [];
for (const character of characters) if (bare.includes(await look(canvas, character))) missing.push(character);
process.stdout.write(JSON.stringify({ looked: characters.length, missing }));
