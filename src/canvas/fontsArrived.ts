import { cssFont, fonts } from '../drawing';

/** How long the first frame waits for the web fonts, in ms; they come from the same host and are small. */
const PATIENCE = 400;

/**
 * Calls `go` once, when the fonts that a chart is written in have arrived or will not be waited for any longer, and
 * `again` whenever more of them arrive later (a slow host, a name in another script). Returns how to stop listening.
 */
export function whenFontsArrive(document: Document, go: () => void, again: () => void): () => void {
  let gone = false;
  const start = () => {
    if (gone) return;
    gone = true;
    document.fonts.addEventListener('loadingdone', again);
    go();
  };
  const timer = setTimeout(start, PATIENCE);
  const wanted = [fonts.name, fonts.subtitle].map((font) => document.fonts.load(cssFont(font)));
  void Promise.allSettled(wanted).then(start);
  return () => {
    gone = true;
    clearTimeout(timer);
    document.fonts.removeEventListener('loadingdone', again);
  };
}
