import { fetchPanels } from './panelComponents';

/**
 * Fetches what the screen otherwise fetches when it is first wanted: where the data are on a server that may go away, the chart can be
 * looked at in full meanwhile. Each panel is imported by the file that shows it as well.
 */
export async function fetchEveryPanel(): Promise<void> {
  await Promise.all([
    fetchPanels(), import('./RightPanel'), import('../dialogs/Dialogs'), import('../entry/EntryBar'), import('../overview/OverviewDialog'),
    import('../tables/TablePane'),
  ]);
}
