import type { Page } from '@playwright/test';
import { expect, test } from './story';

const CONTROLS =
  'button, input, select, textarea, a[href], summary, [role="tab"], [role="slider"], [role="checkbox"], [role="menuitem"], '
  + '[role="option"], [role="row"]';

/** What of every control that is seen lies under a notice, at its middle and near its corners, each scrolled into view first. */
function covered(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const seen = [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (e) =>
        !e.closest('.notices, .sentences, .unseen, .skip-link') && e.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    return seen.flatMap((element) => {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const { left, top, right, bottom } = element.getBoundingClientRect();
      if (right - left < 2 || bottom - top < 2) return [];
      const points = [
        [(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2],
        [right - 2, bottom - 2],
      ] as const;
      const under = points.some(([x, y]) => document.elementFromPoint(x, y)?.closest('.notices'));
      return under ? [`${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`] : [];
    });
  }, CONTROLS);
}

/** Whether each notice can be seen and dismissed, scrolled to where need be. */
function unseen(page: Page): Promise<string[]> {
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.notice')].flatMap((notice) => {
    const button = notice.querySelector('button')!;
    button.scrollIntoView({ block: 'nearest' });
    const { left, top, width, height } = button.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.notice') === notice ? [] : [notice.innerText];
  }));
}

/** A link with faults: each is told by a notice that stays. */
const FAULTY = '?case=north-korea-telecom&from=huawei&to=koryolink&hops=many&k=none#chart=1.AAAA';

const SIZES = [['at 1280 × 800', 1280, 800], ['390 wide', 390, 844], ['at 200 %', 640, 400], ['at 400 %', 320, 256]] as const;

for (const [name, width, height] of SIZES) {
  test.describe(name, () => {
    test.use({ viewport: { width, height } });

    test('a notice covers no control, and can be seen itself: as opened, looked at, asked, filtered, by keyboard and as a table', async ({
      explorer, page,
    }, info) => {
      await explorer.open(FAULTY);
      await expect(page.locator('.notice')).toHaveCount(3);
      const look = async (when: string) => {
        expect(await covered(page), `covered ${when}`).toEqual([]);
        expect(await unseen(page), `unseen ${when}`).toEqual([]);
      };
      await look('as opened');
      await page.screenshot({ path: info.outputPath('opened.png') });
      await explorer.chart.entity('Koryolink').press('Enter');
      await expect(explorer.inspector.title).toBeAttached();
      await look('with the inspector');
      await page.screenshot({ path: info.outputPath('inspector.png') });
      await page.getByRole('heading', { name: 'Throughline' }).click();
      for (const panel of ['Ask', 'Chart'] as const) {
        const tab = page.getByRole('navigation', { name: 'Panels' }).getByRole('button', { name: panel });
        if (await tab.isVisible()) {
          await tab.click();
          await look(`with the sheet ${panel}`);
          await page.screenshot({ path: info.outputPath(`${panel}.png`) });
        }
      }
      await page.keyboard.press('v');
      await expect(explorer.table.entities).toBeVisible();
      await look('as a table');
      await page.screenshot({ path: info.outputPath('table.png') });
    });
  });
}
