import { z } from 'zod';
import { dataset } from '../model';

const whole = z.int().min(0);

/** How the values of a section are written: whole numbers or floating-point numbers of that many bits, the lowest byte first, or JSON. */
const sectionKinds = ['u8', 'u16', 'u32', 'f64', 'json'] as const;
export type SectionKind = (typeof sectionKinds)[number];

const section = z.strictObject({ kind: z.enum(sectionKinds), at: whole, bytes: whole, checksum: whole });
export type Section = z.infer<typeof section>;

/** A file that a dataset was packed from. */
const origin = z.strictObject({ name: z.string(), bytes: whole, sha256: z.string() });
export type Origin = z.infer<typeof origin>;

/** What a packed file holds, and where. */
export const directory = z.strictObject({
  /** The dataset without its records. */
  dataset: dataset.omit({ $schema: true, sources: true, entities: true, relationships: true }),
  /** What it was packed from; empty where that was no file. */
  origins: z.array(origin),
  counts: z.strictObject({ entities: whole, relationships: whole, sources: whole, entityClaims: whole }),
  /** What the codes of types and stances stand for. */
  codes: z.strictObject({ entityTypes: z.array(z.string()), relationshipTypes: z.array(z.string()), stances: z.array(z.string()) }),
  /** Where the first blocks of records begin; one follows the other. */
  blocks: z.strictObject({ entities: whole, relationships: whole }),
  sections: z.record(z.string(), section),
});
export type Directory = z.infer<typeof directory>;
