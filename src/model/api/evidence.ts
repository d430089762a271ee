/** Contract of the local server: GET and POST /api/growth/evidence, POST /api/growth/evidence/:id/remove. */
import { z } from 'zod';
import { linkedEvidenceSchema } from '../linked-evidence.ts';

/** Without the folder: a page has no use for it. */
export const shownEvidenceLinkSchema = linkedEvidenceSchema.omit({ root: true, removedAt: true });
export type ShownEvidenceLink = z.infer<typeof shownEvidenceLinkSchema>;

/** Something of mine in a repository I had sessions in, that could be linked. */
export const evidenceCandidateSchema = linkedEvidenceSchema
  .pick({ activity: true, kind: true, repository: true, ref: true })
  .extend({ at: z.iso.datetime().nullable() });
export type EvidenceCandidate = z.infer<typeof evidenceCandidateSchema>;
export const evidenceCandidatesSchema = z.object({ candidates: z.array(evidenceCandidateSchema) });
export type EvidenceCandidates = z.infer<typeof evidenceCandidatesSchema>;

/** A candidate that is linked, or an address of an incident's notes. */
export const linkEvidenceSchema = linkedEvidenceSchema.pick({ activity: true, kind: true, repository: true, ref: true, note: true });
export type LinkEvidence = z.infer<typeof linkEvidenceSchema>;
