import type { Page } from '@playwright/test';

/**
 * The texts that a reader cannot read whole: cut off by an ancestor that hides what overflows, without an ellipsis and
 * a tip that tells the rest, or sticking out of the window. What is scrolled away, and what is for screen readers alone, is not meant.
 */
export function clippedTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const clipped: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();

    const isForReadersAlone = (element: Element) => {
      for (let e: Element | null = element; e; e = e.parentElement) {
        const { clipPath, visibility, display } = getComputedStyle(e);
        if (clipPath === 'inset(50%)' || visibility === 'hidden' || display === 'none') return true;
      }
      return false;
    };
    const saysTheRest = (element: Element) => {
      const { textOverflow, webkitLineClamp } = getComputedStyle(element);
      return (textOverflow === 'ellipsis' || webkitLineClamp !== 'none') && element.closest('[title]') !== null;
    };
    const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';

    /** Why a rectangle of text is not seen whole; undefined where it is, or where scrolling shows it. */
    const cutBy = (rect: DOMRect, from: Element): string | undefined => {
      for (let e: Element | null = from; e && e !== document.body; e = e.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(e);
        const box = e.getBoundingClientRect();
        const outX = rect.left < box.left - 1 || rect.right > box.right + 1;
        const outY = rect.top < box.top - 2 || rect.bottom > box.bottom + 2;
        if ((outX && scrolls(overflowX)) || (outY && scrolls(overflowY))) return undefined;
        if ((outX && overflowX !== 'visible') || (outY && overflowY !== 'visible'))
          return saysTheRest(e) ? undefined : `${e.tagName.toLowerCase()}.${e.className}`;
      }
      const out = rect.left < -1 || rect.right > innerWidth + 1 || rect.top < -1 || rect.bottom > innerHeight + 1;
      return out ? 'the window' : undefined;
    };

    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent!.trim();
      const parent = node.parentElement!;
      if (text === '' || isForReadersAlone(parent)) continue;
      range.selectNodeContents(node);
      const by = [...range.getClientRects()]
        .filter((r) => r.width > 0)
        .map((rect) => cutBy(rect, parent))
        .find((reason) => reason !== undefined);
      if (by) clipped.push(`“${text.slice(0, 60)}” by ${by}`);
    }
    return clipped;
  });
}

/** By how many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
