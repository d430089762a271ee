import { z } from 'zod';

/** What most records carry. Everything is optional: old and new versions leave out different parts. */
export const envelope = {
  uuid: z.string().nullish(),
  parentUuid: z.string().nullish(),
  sessionId: z.string().nullish(),
  timestamp: z.unknown().optional(),
  cwd: z.string().nullish(),
  gitBranch: z.string().nullish(),
  version: z.string().nullish(),
  isSidechain: z.boolean().nullish(),
  isMeta: z.boolean().nullish(),
  agentId: z.string().nullish(),
  /** Set on records that a fork copied from another session (2.1.2x). */
  forkedFrom: z.object({ sessionId: z.string().nullish() }).nullish(),
};

const envelopeSchema = z.object(envelope);
export type Envelope = z.infer<typeof envelopeSchema>;
