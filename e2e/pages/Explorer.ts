import { expect, type Locator, type Page } from '@playwright/test';
import { Chart } from './Chart';
import { DataExport } from './DataExport';
import { Datasets } from './Datasets';
import { Filters } from './Filters';
import { Inspector } from './Inspector';
import { OpeningProgress } from './OpeningProgress';
import { OpenReport } from './OpenReport';
import { Palette } from './Palette';
import { SearchField } from './SearchField';
import { Sharing } from './Sharing';
import { Snapshots } from './Snapshots';
import { TableMapping } from './TableMapping';
import { TablePane } from './TablePane';
import { TimeBar } from './TimeBar';
import { TracePanel } from './TracePanel';

/** The whole screen, as a person finds their way on it. */
export class Explorer {
  readonly search: SearchField;
  readonly trace: TracePanel;
  readonly filters: Filters;
  readonly chart: Chart;
  readonly table: TablePane;
  readonly inspector: Inspector;
  readonly time: TimeBar;
  readonly sharing: Sharing;
  readonly snapshots: Snapshots;
  readonly datasets: Datasets;
  readonly opening: OpeningProgress;
  readonly report: OpenReport;
  readonly mapping: TableMapping;
  readonly exporting: DataExport;
  readonly palette: Palette;
  readonly help: Locator;
  readonly legend: Locator;
  readonly notices: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  /** "104 entities, 178 relationships · hidden: 4 denied". */
  readonly drawnLine: Locator;
  /** Everything between the panels is in the chart or in its twin. */
  readonly switchToTable: Locator;
  readonly switchToChart: Locator;

  constructor(readonly page: Page, readonly faults: string[] = []) {
    this.search = new SearchField(page);
    this.trace = new TracePanel(page);
    this.filters = new Filters(page);
    this.table = new TablePane(page);
    this.inspector = new Inspector(page);
    this.time = new TimeBar(page);
    this.sharing = new Sharing(page);
    this.snapshots = new Snapshots(page);
    this.chart = new Chart(page, this.snapshots);
    this.datasets = new Datasets(page);
    this.opening = new OpeningProgress(page);
    this.report = new OpenReport(page);
    this.mapping = new TableMapping(page);
    this.exporting = new DataExport(page);
    this.palette = new Palette(page);
    this.help = page.getByRole('dialog', { name: 'Help' });
    this.legend = page.getByRole('region', { name: 'Legend' });
    this.notices = page.getByRole('log', { name: 'Notices' });
    this.undo = page.getByRole('button', { name: /^Undo/ });
    this.redo = page.getByRole('button', { name: /^Redo/ });
    this.drawnLine = page.getByRole('status').filter({ hasText: /^\d+ entit/ });
    const view = page.getByRole('group', { name: 'View as' });
    this.switchToTable = view.getByRole('button', { name: 'Table' });
    this.switchToChart = view.getByRole('button', { name: 'Chart' });
  }

  /** Opens the explorer, at the view of a link if one is given, and waits until something is drawn. */
  async open(query = ''): Promise<void> {
    await this.page.goto(`/${query}`);
    await this.drawn();
  }

  /** Opens the case at its view of the networks: 61 entities, where the first view has about 25. */
  openNetworks(): Promise<void> {
    return this.open('?case=north-korea-telecom&perspective=networks');
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.drawn();
  }

  private async drawn(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName('throughline:drawn').length > 0, undefined, { timeout: 20_000 });
    await expect(this.chart.sentences).toBeAttached();
  }

  /** How many entities and relationships the line above the chart says are drawn. */
  async counts(): Promise<{ entities: number; relationships: number }> {
    const [, entities, relationships] = /^(\d+) entit\w+, (\d+) relationship/.exec(await this.drawnLine.innerText())!;
    return { entities: Number(entities), relationships: Number(relationships) };
  }

  /**
   * Drops files from disk on the window, as a hand does: in its middle, which opens them, or on the right,
   * which opens them beside what is open.
   */
  async drop(path: string | readonly string[], where: 'middle' | 'right' = 'middle'): Promise<void> {
    const session = await this.page.context().newCDPSession(this.page);
    const { width, height } = this.page.viewportSize()!;
    const data = { items: [], files: [path].flat(), dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, x: where === 'right' ? width * 0.85 : width / 2, y: height / 2, data });
    await session.detach();
  }

  async setTheme(theme: 'Light' | 'Dark'): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Chart', exact: true }).click();
    await this.page.getByRole('menu', { name: 'Chart' }).getByRole('menuitem', { name: theme, exact: true }).click();
  }

  /** What a panel or a sentence says, its runs of white space as one. */
  static async textOf(locator: Locator): Promise<string> {
    return (await locator.innerText()).replace(/\s+/g, ' ').trim();
  }
}
