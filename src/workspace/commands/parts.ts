import { part } from './part';

/** How files are read. */
export const mapping = part(() => import('../mapping'));
/** What the panels ask. */
export const panelQueries = part(() => import('../queries/panelQueries'));
