import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { CaseChart, Dataset, Entity, Relationship } from '../src/model';
import { expect, test } from './story';

/** What the founding case is made from first of all. It is pasted, as from the page of the article. */
const ARTICLE =
  'North Korean telephony hung up in a trade war, Asia Times, July 2019, '
  + 'https://www.asiatimes.com/2019/07/article/north-korean-telephony-hung-up-in-a-trade-war/';

/** The beginning of a name or verb that Tab completes to this. */
interface Begun {
  readonly typed: string;
  readonly to: string;
}
const begun = (typed: string, to: string): Begun => ({ typed, to });
const [panda, koryolink] = [begun('Pan', 'Panda International'), begun('Kory', 'Koryolink')];
const [north, star] = [begun('Nor', 'North Korean government'), begun('Sta', 'Star JV')];

/**
 * Twenty claims of the article, as somebody types them who reads it: whoever comes up first by the whole name, later by its beginning. Who
 * the line is about stands first, and is typed where the line before has not left it in the field.
 */
const LINES: readonly (readonly [string | Begun, ...(string | Begun)[]])[] = [
  ['Huawei ', 'supplies Koryolink (network) 2008..2016 alleged ¶1, ¶10'],
  [begun('Hua', 'Huawei'), begun('wor', 'works with'), 'Panda International 2008..2016 alleged ¶2'],
  [panda, begun('sup', 'supplies'), koryolink, '2008..2016 alleged ¶10'],
  ['Chinese government ', 'controls ', panda, '¶2'],
  ['US government ', 'sanctions North Korean government ¶8'],
  ['UN Security Council ', 'sanctions ', north, '¶8'],
  ['European Union (state body) ', 'sanctions ', north, '¶8'],
  ['Loxley Pacific ', 'builds Sunnet (network) 2002..2002 ¶11'],
  [begun('Lox', 'Loxley Pacific'), begun('oper', 'operates'), begun('Sun', 'Sunnet'), '2002-11..2004-04 ¶11, ¶17'],
  ['Star JV (joint venture) ', 'operates .kp domain (asset) since 2010-12 ¶12'],
  ['CHEO Technology JV (joint venture) ', 'operates ', koryolink, 'since 2008-12 ¶19'],
  ['KPTC ', 'owns ', begun('CHE', 'CHEO Technology JV'), '25 % since 2008-01 ¶19'],
  [north, 'owns KPTC ¶19'],
  [north, 'owns Kang Song NET 100 % ¶20'],
  [begun('Kang', 'Kang Song NET'), begun('com', 'competes with'), koryolink, 'since 2015 ¶20'],
  ['China Unicom ', 'carries traffic for ', star, 'since 2010 ¶23'],
  ['TransTeleCom ', 'carries traffic for ', star, 'since 2017-10-01 ¶23'],
  [panda, 'operates Achim-Panda (joint venture) since 2002 alleged ¶28'],
  ['Xi Jinping (person) ', begun('too', 'took part in'), '[Xi visit, June 2019] (event) 2019-06..2019-06 ¶30'],
  [begun('Xi v', 'Xi visit, June 2019'), begun('is lo', 'is located in'), 'North Korea (place) 2019-06..2019-06 ¶30'],
];

/** Keys in five minutes by somebody who types 40 words of five letters a minute. */
const FIVE_MINUTES = 5 * 40 * 5;

/** Types as a person does, and counts the keys; a chord is one. */
class Typist {
  keys = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }

  async paste(text: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.insertText(text);
  }

  async type(part: string | Begun): Promise<void> {
    const text = typeof part === 'string' ? part : part.typed;
    this.keys += [...text].length;
    await this.page.keyboard.type(text);
    if (typeof part === 'string') return;
    await expect(this.page.locator('.entry-completion[aria-selected="true"]')).toContainText(part.to);
    await this.press('Tab');
  }
}

test('twenty claims of the founding article are typed in five minutes by the keyboard alone, and say what the case says', async ({
  page, explorer,
}, info) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showSaveFilePicker'));
  await explorer.open();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('New case');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Source', { exact: true })).toBeFocused();
  const typist = new Typist(page);
  await typist.paste(ARTICLE);
  await typist.press('Enter');
  const claim = page.getByRole('combobox', { name: 'Claim' });
  await expect(claim).toBeFocused();
  for (const [subject, ...rest] of LINES) {
    const left = await claim.inputValue();
    const isLeft = left.trim() === (typeof subject === 'string' ? subject : subject.to).trim();
    if (left !== '' && !isLeft) await typist.press('Control+a');
    for (const part of isLeft ? rest : [subject, ...rest]) await typist.type(part);
    const typed = await claim.inputValue();
    await typist.press('Enter');
    // It is entered at once: no line has a doubt that wants a second Enter.
    await expect(claim, typed).not.toHaveValue(typed);
    await expect(explorer.undo).toHaveAccessibleName(/^Undo: Enter:/);
  }
  info.annotations.push({ type: 'keys', description: `${typist.keys} for ${LINES.length} claims` });
  expect(LINES.length).toBe(20);
  expect(typist.keys).toBeLessThanOrEqual(FIVE_MINUTES);

  await page.keyboard.press('Escape');
  const downloading = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  const written = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as { dataset: Dataset; charts: CaseChart[] };
  const founding = JSON.parse(await readFile('graph-data/north-korea-telecom.json', 'utf8')) as Dataset;
  expect(written.dataset.sources).toEqual([
    expect.objectContaining({ title: 'North Korean telephony hung up in a trade war', publisher: 'Asia Times', published: '2019-07' }),
  ]);
  const said = saidIn(written.dataset, (name) => founding.entities.find((e) => namesOf(e).includes(name))!.name);
  expect(said).toHaveLength(20);
  expect(saidIn(founding, (name) => name)).toEqual(expect.arrayContaining(said));
});

function namesOf({ name, shortName, aliases = [] }: Entity): string[] {
  return [name, ...(shortName === undefined ? [] : [shortName]), ...aliases];
}

/** What a dataset says, a line a claim of the article: who, which tie, whom, when, how much, in which manner and where. */
function saidIn({ entities, relationships, sources }: Dataset, known: (name: string) => string): string[] {
  const named = new Map(entities.map((e) => [e.id, `${known(e.name)} (${e.type})`]));
  const article = sources.find((s) => s.title === 'North Korean telephony hung up in a trade war')!.id;
  const tie = (r: Relationship) =>
    [named.get(r.from), r.type, named.get(r.to), JSON.stringify(r.share) ?? '', r.start ?? '', r.end ?? ''].join(' | ');
  return relationships.flatMap((r) =>
    r.claims.filter((c) => c.source === article).map((c) => `${tie(r)} | ${c.stance} | ${c.locator ?? ''}`),
  );
}
