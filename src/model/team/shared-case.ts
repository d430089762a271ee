import { z } from 'zod';
import { caseSchema, outcomeSchema } from '../case.ts';
import { pairIdSchema } from './ids.ts';
import { comparisonTruthSchema, sharedComparisonSchema } from './shared-comparison.ts';
import { deconstructionTruthSchema, sharedDeconstructionSchema } from './shared-deconstruction.ts';
import { MAX_ARCHIVE_BYTES, MAX_TREE_FILES, sha256Schema } from './tree-archive.ts';

/** Of a case, and of what is withheld of it, as JSON in UTF-16 units. */
export const MAX_CASE_CHARS = 2 * 1024 * 1024;
const MAX_ARCHIVE_CHARS = Math.ceil(MAX_ARCHIVE_BYTES / 3) * 4;
/** A whole request: case, outcome, and two archives in base64. */
export const MAX_SHARE_BYTES = 2 * MAX_ARCHIVE_CHARS + 4 * 2 * MAX_CASE_CHARS + 64 * 1024;

const isShort = (value: unknown): boolean => JSON.stringify(value).length <= MAX_CASE_CHARS;
const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);

/**
 * The code at the decision, or as it was mended. Which commit it was stays with its owner: a commit may be named later in the session.
 * `hash` is that of the archive's content, the same however it is compressed.
 */
export const sharedTreeSchema = z.strictObject({
  hash: sha256Schema,
  archive: z.string().max(MAX_ARCHIVE_CHARS, 'The tree is too large.').refine(isBase64, 'The archive is not in base64.'),
  files: z.number().int().min(0).max(MAX_TREE_FILES),
  /** Not the whole tree: its owner chose paths, or files were left out. */
  isPart: z.boolean(),
  /** Whether what was decided is in it; null where the decision changed no file. */
  holdsChange: z.boolean().nullable(),
});
export type SharedTree = z.infer<typeof sharedTreeSchema>;

/**
 * What leaves its owner's machine when a moment is shared with a pair, redacted. Its SHA-256, over the bytes exactly as sent, goes
 * along as `content-digest` (RFC 9530): the same bytes twice make one case.
 */
export const shareCaseRequestSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('moment'),
  pair: pairIdSchema,
  /** Seen at once. The ids of moment and session in it are aliases: the real ones could be compared with rules. */
  case: caseSchema.strict().refine(isShort, 'The case is too large.'),
  tree: sharedTreeSchema.nullable(),
  /** Sealed by the server until a round of it is revealed. Whether there is a fix says how it ended, so that is in here too. */
  withheld: z.strictObject({
    outcome: outcomeSchema.strict().refine(isShort, 'What is withheld is too large.'),
    fix: sharedTreeSchema.nullable(),
  }),
});
export type ShareCaseRequest = z.infer<typeof shareCaseRequestSchema>;

/** Outputs for one task. Their code is in the diffs: there is no tree, and nothing to probe. */
const shareComparisonRequestSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('comparison'),
  pair: pairIdSchema,
  comparison: sharedComparisonSchema.refine(isShort, 'The outputs are too large.'),
  withheld: z.strictObject({ truth: comparisonTruthSchema.refine(isShort, 'What is withheld is too large.') }),
});

/** A change taken apart. */
const shareDeconstructionRequestSchema = z.strictObject({
  version: z.literal(1),
  kind: z.literal('deconstruction'),
  pair: pairIdSchema,
  deconstruction: sharedDeconstructionSchema.refine(isShort, 'The hunks are too large.'),
  withheld: z.strictObject({ truth: deconstructionTruthSchema.refine(isShort, 'What is withheld is too large.') }),
});

/** Everything that can be shared, as POST /api/team/cases takes it. */
export const shareRequestSchema = z.discriminatedUnion('kind', [shareCaseRequestSchema, shareComparisonRequestSchema, shareDeconstructionRequestSchema]);
export type ShareRequest = z.infer<typeof shareRequestSchema>;
