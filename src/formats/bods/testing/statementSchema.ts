import { z } from 'zod';
import { INTERESTS } from '../interestTypes';

/**
 * What BODS 0.4 requires of statements, as far as this program writes them: a mirror of its JSON Schema (statement,
 * entity record, person record, relationship record, components) in zod. The package registry has no copy of that schema.
 */
const date = z.iso.date();
const dateOrTime = z.union([date, z.iso.datetime({ offset: true })]);
const partialBirth = z.union([z.string().regex(/^(\d{4})(-(1[0-2]|0[1-9]))?$/), date]);
const uri = z.url();
const country = z.strictObject({ name: z.string(), code: z.string().length(2).optional() });
const jurisdiction = z.strictObject({ name: z.string(), code: z.string().min(2).max(6).optional() });
const identifier = z
  .strictObject({ id: z.string().optional(), scheme: z.string().optional(), schemeName: z.string().optional(), uri: uri.optional() })
  .refine((i) => i.scheme !== undefined || i.schemeName !== undefined);
const unspecified = z.strictObject({
  reason: z.enum([
    'noBeneficialOwners', 'subjectUnableToConfirmOrIdentifyBeneficialOwner', 'interestedPartyHasNotProvidedInformation',
    'subjectExemptFromDisclosure', 'interestedPartyExemptFromDisclosure', 'unknown', 'informationUnknownToPublisher',
  ]),
  description: z.string().optional(),
});
const percent = z.number().min(0).max(100);
const agent = z.strictObject({ name: z.string().optional(), uri: uri.optional() });
const source = z.strictObject({
  type: z.array(z.enum(['selfDeclaration', 'officialRegister', 'thirdParty', 'primaryResearch', 'verified'])).optional(),
  description: z.string().optional(), url: uri.optional(), retrievedAt: dateOrTime.optional(), assertedBy: z.array(agent).optional(),
});
const annotation = z
  .strictObject({
    statementPointerTarget: z.string(), motivation: z.enum(['commenting', 'correcting', 'identifying', 'linking', 'transformation']),
    creationDate: dateOrTime.optional(), createdBy: agent.optional(), description: z.string().optional(),
    transformedContent: z.string().optional(), url: uri.optional(),
  })
  .refine((a) => a.motivation !== 'linking' || a.url !== undefined);

const entityDetails = z.strictObject({
  isComponent: z.boolean(),
  entityType: z.strictObject({
    type: z.enum(['registeredEntity', 'legalEntity', 'arrangement', 'anonymousEntity', 'unknownEntity', 'state', 'stateBody']),
    subtype: z.string().optional(), details: z.string().optional(),
  }),
  name: z.string().optional(),
  alternateNames: z.array(z.string()).optional(),
  unspecifiedEntityDetails: unspecified.optional(),
  jurisdiction: jurisdiction.optional(),
  identifiers: z.array(identifier).optional(),
  foundingDate: date.optional(),
  dissolutionDate: date.optional(),
});
const personDetails = z.strictObject({
  isComponent: z.boolean(),
  personType: z.enum(['anonymousPerson', 'unknownPerson', 'knownPerson']),
  unspecifiedPersonDetails: unspecified.optional(),
  names: z
    .array(
      z.strictObject({ type: z.enum(['legal', 'translation', 'transliteration', 'former', 'alternative', 'birth']), fullName: z.string() }),
    )
    .optional(),
  identifiers: z.array(identifier).optional(),
  nationalities: z.array(country).optional(),
  birthDate: partialBirth.optional(),
  deathDate: partialBirth.optional(),
});
const interest = z.strictObject({
  type: z.enum(Object.keys(INTERESTS) as [string, ...string[]]).optional(),
  directOrIndirect: z.enum(['direct', 'indirect', 'unknown']).optional(),
  beneficialOwnershipOrControl: z.boolean().optional(),
  details: z.string().optional(),
  share: z
    .strictObject({
      exact: percent.optional(), minimum: percent.optional(), maximum: percent.optional(), exclusiveMinimum: percent.optional(),
      exclusiveMaximum: percent.optional(),
    })
    .optional(),
  startDate: date.optional(),
  endDate: date.optional(),
});
const relationshipDetails = z.strictObject({
  isComponent: z.boolean(), componentRecords: z.array(z.string()).optional(), subject: z.union([z.string(), unspecified]),
  interestedParty: z.union([z.string(), unspecified]), interests: z.array(interest).optional(),
});

const envelope = {
  statementId: z.string().min(32).max(64), statementDate: dateOrTime, declarationSubject: z.string(), declaration: z.string().optional(),
  recordId: z.string(), recordStatus: z.enum(['new', 'updated', 'closed']).optional(),
  publicationDetails: z
    .strictObject({
      publicationDate: dateOrTime, bodsVersion: z.string().regex(/^\d+\.\d+$/), license: uri.optional(),
      publisher: z
        .strictObject({ name: z.string().optional(), url: uri.optional() })
        .refine((p) => p.name !== undefined || p.url !== undefined),
    })
    .optional(),
  source: source.optional(), annotations: z.array(annotation).optional(),
};

/** Statements as BODS 0.4 takes them. */
export const statementsSchema = z.array(
  z.discriminatedUnion('recordType', [
    z.strictObject({ ...envelope, recordType: z.literal('entity'), recordDetails: entityDetails }),
    z.strictObject({ ...envelope, recordType: z.literal('person'), recordDetails: personDetails }),
    z.strictObject({ ...envelope, recordType: z.literal('relationship'), recordDetails: relationshipDetails }),
  ]),
);
