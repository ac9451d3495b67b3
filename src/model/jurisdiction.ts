import { z } from 'zod';

/** A country, or a part of one, by its ISO 3166 code: KP, US-DE. */
export const jurisdiction = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: 'not a country code: write ISO 3166, as KP or US-DE' });
