import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { fetchPanelQueries, PANELS, type PanelId } from '../../workspace';

/** Every panel's file, which is loaded when the panel is first shown. */
const FILES = import.meta.glob<{ default: ComponentType }>(['../*/*Panel.tsx', '!../shell/*']);

/** Each panel's component, by the id that it has in the table of panels. */
export const PANEL_COMPONENTS = Object.fromEntries(
  Object.entries(PANELS).map(([id, { component }]) => [id, lazy(FILES[`../${component}.tsx`]!)]),
) as unknown as Readonly<Record<PanelId, LazyExoticComponent<ComponentType>>>;

/** Loads all of them and their questions, for data on a server that may go away. */
export async function fetchPanels(): Promise<void> {
  await Promise.all([fetchPanelQueries(), ...Object.values(FILES).map((load) => load())]);
}
