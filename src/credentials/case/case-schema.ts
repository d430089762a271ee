import { z } from 'zod';

/**
 * Competencies and Academic Standards Exchange 1.1 (IMS Global), as far as Rounds reads it. What the standard requires and Rounds
 * does not need is not insisted on; what it does need is. Anything more is let through and left out.
 */
const identifier = z.uuid('It is no UUID.');
const text = z.string().max(8000);
const instant = z.iso.datetime({ offset: true, error: 'It is no time like 2026-11-01T00:00:00Z.' });
/** A reference to something else, with its title for people. */
const link = z.looseObject({ identifier: z.string().max(200), title: text.optional(), uri: text.optional() });

const levelSchema = z.looseObject({
  identifier,
  uri: text.optional(),
  quality: text.optional(),
  description: text.optional(),
  score: z.number().optional(),
  position: z.number().int().optional(),
});

const criterionSchema = z.looseObject({
  identifier,
  uri: text.optional(),
  CFItemURI: link.optional(),
  position: z.number().int().optional(),
  CFRubricCriterionLevels: z.array(levelSchema).max(50).optional(),
});

export const casePackageSchema = z.looseObject({
  CFDocument: z.looseObject({
    identifier,
    uri: text.optional(),
    creator: text.min(1),
    title: text.min(1),
    lastChangeDateTime: instant,
    version: text.optional(),
    description: text.optional(),
    caseVersion: z.string().optional(),
    CFPackageURI: link.optional(),
  }),
  CFItems: z
    .array(
      z.looseObject({
        identifier,
        uri: text.optional(),
        fullStatement: text.min(1),
        humanCodingScheme: z.string().max(200).optional(),
        CFItemType: z.string().optional(),
        lastChangeDateTime: instant.optional(),
      }),
    )
    .max(2000)
    .optional(),
  CFAssociations: z
    .array(
      z.looseObject({
        identifier,
        uri: text.optional(),
        associationType: z.string(),
        originNodeURI: link,
        destinationNodeURI: link,
        sequenceNumber: z.number().int().optional(),
        lastChangeDateTime: instant.optional(),
      }),
    )
    .max(20_000)
    .optional(),
  CFRubrics: z
    .array(z.looseObject({ identifier, uri: text.optional(), title: text.optional(), CFRubricCriteria: z.array(criterionSchema).max(2000).optional() }))
    .max(2000)
    .optional(),
});
export type CasePackage = z.infer<typeof casePackageSchema>;
