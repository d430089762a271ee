/** Evidence from where sessions cannot see, linked by a person to an activity: a migration, a tag, an incident's notes. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCED_ACTIVITIES } from './evidence-kinds.ts';

export const linkedEvidenceSchema = z.object({
  id: z.string().regex(/^v_[0-9a-f]{16}$/),
  activity: z.enum(EVIDENCED_ACTIVITIES),
  kind: z.enum(EVIDENCE_KINDS),
  /** As a session's repository is called. */
  repository: z.string(),
  /** Its folder on the machine where it was linked; empty for an address. */
  root: z.string(),
  /** A path within it, a tag, or an address. Text: never opened, never followed. */
  ref: z.string().min(1).max(1000),
  /** What git called its content when it was linked; null for an address. */
  hash: z.string().nullable(),
  note: z.string().max(500),
  at: z.iso.datetime(),
  /** Taken away by the person; it stays away on their other machines. */
  removedAt: z.iso.datetime().nullable(),
});
export type LinkedEvidence = z.infer<typeof linkedEvidenceSchema>;

/** The same thing linked twice is one. */
export function toEvidenceId({ activity, kind, repository, ref }: Pick<LinkedEvidence, 'activity' | 'kind' | 'repository' | 'ref'>): string {
  return `v_${createHash('sha256').update([activity, kind, repository, ref].join('\n')).digest('hex').slice(0, 16)}`;
}
