import { faces, scriptFaces, type Face, type FaceId, type ScriptFaceId } from '../../drawing';
import type { FontAsset } from './assets';

/** Where the file of a font lies in its package, besides what is said of it. */
interface AssetFace extends Omit<FontAsset, 'woff2'> {
  /** As an import names it: "@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2". */
  readonly file: string;
}

/** The subsets that snapshots may carry, and the characters of each, as fontsource cuts them; Latin first. */
const SUBSETS: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,'
    + 'U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,'
    + 'U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,'
    + 'U+1EA0-1EF9,U+20AB',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
};

/** The characters of the scripts that have a font of their own. */
const SCRIPTS: Readonly<Record<string, string>> = {
  arabic:
    'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,'
    + 'U+FE70-FE74,U+FE76-FEFC',
  hebrew: 'U+0590-05FF,U+200C-2010,U+20AA,U+25CC,U+FB1D-FB4F', thai: 'U+0E01-0E5B,U+200C-200D,U+25CC',
  devanagari: 'U+0900-097F,U+1CD0-1CF9,U+200C-200D,U+20A8,U+20B9,U+20F0,U+25CC,U+A830-A839,U+A8E0-A8FF',
};

const FACES: readonly FaceId[] = ['sans400', 'sans600', 'serif400', 'serif600'];

function assetFace({ family, weight, package: from }: Face, subset: string, unicodeRange: string): AssetFace {
  return { family, weight, style: 'normal', unicodeRange, file: `${from}/files/${from.split('/')[1]}-${subset}-${weight}-normal.woff2` };
}

/** Every font file that a snapshot may need, in the order in which documents embed them, but for those of `allScriptPieces`. */
export const assetFaces: readonly AssetFace[] = [
  ...Object.entries(SUBSETS).flatMap(([subset, range]) => FACES.map((id) => assetFace(faces[id], subset, range))),
  ...(Object.keys(scriptFaces) as ScriptFaceId[]).map((id) => assetFace(scriptFaces[id], id.slice(0, -3), SCRIPTS[id.slice(0, -3)]!)),
];
