/** Contract of the local server for sharing. Nothing in it names what came after the decision unless its owner asks for that. */
import { z } from 'zod';
import { caseSchema, outcomeSchema } from '../case.ts';
import { momentIdSchema } from '../moment.ts';
import { caseIdSchema, pairIdSchema } from '../team/ids.ts';
import { pairSchema } from '../team/pair.ts';
import { sha256Schema } from '../team/tree-archive.ts';

const MAX_ADJUSTMENTS = 200;
const redactionIdSchema = z.string().regex(/^x_[0-9a-f]{16}$/);

/** What the owner decides before a preview; everything has a default. */
export const shareChoicesSchema = z.strictObject({
  pair: pairIdSchema.optional(),
  /** Redactions taken back, where they were a false alarm. */
  keep: z.array(redactionIdSchema).max(MAX_ADJUSTMENTS).default([]),
  /** Texts that must go too, exactly as they stand. */
  redact: z.array(z.string().trim().min(3, 'Choose at least three characters.').max(2000)).max(MAX_ADJUSTMENTS).default([]),
  /** Which tree goes along. */
  tree: z.enum(['default', 'whole', 'touched', 'none']).default('default'),
  /** Only these files and folders of it. */
  paths: z.array(z.string().min(1).max(1024)).max(500).optional(),
  /** A commit, in place of the one that Rounds proposes. */
  commit: z.string().min(1).max(200).optional(),
  /** A commit that mended it, sealed until the reveal, or "none". */
  fix: z.string().min(1).max(200).optional(),
  /** A folder in the repository, where the session's is gone. */
  folder: z.string().min(1).max(4096).optional(),
});
export type ShareChoices = z.infer<typeof shareChoicesSchema>;

/** Where something stands: in what is seen at once, in a file of the tree, or somewhere in what is withheld, which is not told. */
const sharePlaceSchema = z.object({
  part: z.enum(['case', 'tree', 'withheld']),
  /** A kind of event or a field; a file's path. */
  at: z.string(),
  /** Of the session, or of the file. */
  line: z.number().int().nullable(),
});

const shareRedactionSchema = z.object({
  id: redactionIdSchema,
  kind: z.string(),
  /** What stands there now. */
  mark: z.string(),
  places: z.array(sharePlaceSchema),
  /** How many places in all, where only the first are listed. */
  count: z.number().int(),
});
export type ShareRedaction = z.infer<typeof shareRedactionSchema>;

const shareFileSchema = z.object({ path: z.string(), size: z.number().int(), redactions: z.number().int() });
const LEFT_OUT_WHYS = ['binary', 'ignored', 'secrets', 'link', 'submodule', 'large-file-pointer', 'too-large', 'odd-name', 'secret-name'] as const;
const leftOutSchema = z.object({ path: z.string(), why: z.enum(LEFT_OUT_WHYS) });
export type LeftOut = z.infer<typeof leftOutSchema>;

const shareTreeSchema = z.object({
  hash: sha256Schema,
  commit: z.string(),
  /** Which commit it is and why, in a sentence. */
  why: z.string(),
  holdsChange: z.boolean().nullable(),
  /** Something a person should know before they send it. */
  warnings: z.array(z.string()),
  files: z.array(shareFileSchema),
  leftOut: z.array(leftOutSchema),
  /** How many more are left out because nobody chose them. */
  notChosen: z.number().int(),
  /** Of the files, and of the archive. */
  bytes: z.number().int(),
  archiveBytes: z.number().int(),
});
export type ShareTree = z.infer<typeof shareTreeSchema>;

export const sharePreviewSchema = z.object({
  moment: momentIdSchema,
  /** Of the bytes that sharing sends. */
  digest: sha256Schema,
  bytes: z.number().int(),
  /** In bytes. A fix is part of what is withheld: that there is one says how it ended. */
  sizes: z.object({ case: z.number().int(), tree: z.number().int(), withheld: z.number().int() }),
  /** Who will see it. Null where no pair is known: then nothing can be sent. */
  to: z.object({ host: z.string(), pair: pairSchema }).nullable(),
  pairs: z.array(pairSchema),
  /** Why nothing can be sent yet, and what to do. */
  hindrance: z.string().nullable(),
  case: caseSchema,
  tree: shareTreeSchema.nullable(),
  /** Why there is no tree. */
  noTree: z.string().nullable(),
  redactions: z.array(shareRedactionSchema),
  keep: z.array(redactionIdSchema),
  redact: z.array(z.string()),
  /** Sent before, with these bytes or others. */
  shared: z.array(z.object({ id: caseIdSchema.nullable(), digest: sha256Schema, at: z.string() })),
});
export type SharePreview = z.infer<typeof sharePreviewSchema>;

/** What is sealed until the reveal, for an owner who opens it on purpose. */
export const shareWithheldSchema = z.object({ outcome: outcomeSchema, fix: shareTreeSchema.nullable() });
export type ShareWithheld = z.infer<typeof shareWithheldSchema>;

/** A file of the previewed code, as it would leave. */
export const sharePreviewFileSchema = z.object({ path: z.string(), text: z.string() });
export type SharePreviewFile = z.infer<typeof sharePreviewFileSchema>;

export const shareDigestSchema = z.strictObject({ digest: sha256Schema });

/** One time that something left this machine. */
export const sharedItemSchema = z.object({
  id: z.string(),
  what: z.enum(['case', 'second-reader', 'growth', 'sign-off']),
  /** In words, of what was shown of my growth or my beliefs; null of the rest. */
  subject: z.string().nullable(),
  at: z.string(),
  host: z.string(),
  /** People it was shown to. */
  to: z.string().nullable(),
  bytes: z.number().int(),
  digest: sha256Schema.nullable(),
  case: caseIdSchema.nullable(),
  /** Null once forgotten. */
  moment: momentIdSchema.nullable(),
  state: z.enum(['sent', 'unknown', 'forgetting', 'forgotten', 'refused', 'replaced', 'withdrawn']),
  /** Since when it is not there any more. */
  forgottenAt: z.string().nullable(),
});
export type SharedItem = z.infer<typeof sharedItemSchema>;

export const sharedListSchema = z.object({ items: z.array(sharedItemSchema) });
export type SharedList = z.infer<typeof sharedListSchema>;
