import type { EntityType } from '../../model';

/** Icons are drawn as strokes on a square of this many units, with round caps and joins. */
export const ICON_UNITS = 24;

/** The stroke's width in the icon's own units. */
export const ICON_STROKE = 2;

/**
 * The icon of each entity type, as SVG path data (for SVG, React and Path2D alike). All but `company` and `jointVenture`
 * are Lucide's (ISC, © Lucide Icons and Contributors: landmark, user-round, users-round, wifi, box, calendar, map-pin, pin).
 */
const entityIcons: Readonly<Record<EntityType, string>> = {
  company: 'M7 2.5H17A2 2 0 0 1 19 4.5V19.5A2 2 0 0 1 17 21.5H7A2 2 0 0 1 5 19.5V4.5A2 2 0 0 1 7 2.5ZM9 7.5h6M9 12h6M9 16.5h6',
  jointVenture: 'M1.75 12A6 6 0 1 1 13.75 12A6 6 0 1 1 1.75 12ZM10.25 12A6 6 0 1 1 22.25 12A6 6 0 1 1 10.25 12Z',
  publicBody:
    'M10 18v-7M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949zM14 18v-7M18 18v-7M3 22h18M6 18v-7',
  person: 'M7 8A5 5 0 1 1 17 8A5 5 0 1 1 7 8ZM20 21a8 8 0 0 0-16 0',
  organization: 'M18 21a8 8 0 0 0-16 0M5 8A5 5 0 1 1 15 8A5 5 0 1 1 5 8ZM22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3',
  network: 'M12 20h.01M2 8.82a15 15 0 0 1 20 0M5 12.859a10 10 0 0 1 14 0M8.5 16.429a5 5 0 0 1 7 0',
  asset:
    'M21 8a2 2 0 0 0-1-1.73l-7-4a2 2 0 0 0-2 0l-7 4A2 2 0 0 0 3 8v8a2 2 0 0 0 1 1.73l7 4a2 2 0 0 0 2 0l7-4A2 2 0 0 0 21 16ZM3.3 7l8.7 5 '
    + '8.7-5M12 22V12',
  event: 'M8 2v3M16 2v3M5 3H19A2 2 0 0 1 21 5V19A2 2 0 0 1 19 21H5A2 2 0 0 1 3 19V5A2 2 0 0 1 5 3ZM3 9h18',
  place:
    'M20 10c0 4.993-5.539 10.193-7.399 11.799a1 1 0 0 1-1.202 0C9.539 20.193 4 14.993 4 10a8 8 0 0 1 16 0M9 10A3 3 0 1 1 15 10A3 3 0 1 '
    + '1 9 10Z',
};

/** The mark of an entity that was pinned to its place. */
export const pinIcon =
  'M12 17v5M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 '
  + '0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z';

/** The mark of a group of entities of several types: three sheets. */
export const groupIcon = 'M12 3L2 8l10 5l10-5ZM2 12l10 5l10-5M2 16l10 5l10-5';

/** The path data of an entity type's icon. */
export function iconOf(type: EntityType): string {
  return entityIcons[type];
}
