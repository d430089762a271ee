/** Contract of the local server for probes of my cases: GET /api/prove/waiting, POST /api/prove/:probe/{run,decline,cancel}, GET /api/prove/:probe/output. */
import { z } from 'zod';
import { probeIdSchema } from '../team/ids.ts';
import { probeResultSchema, probeSchema } from '../team/probe.ts';

export const proveParamSchema = z.object({ probe: probeIdSchema });

export const waitingProbeSchema = z.object({
  probe: probeSchema,
  author: z.string(),
  /** I wrote it myself. */
  isMine: z.boolean(),
  /** Reckoned here, of what is shown here: send it back with Run. */
  sha256: z.string(),
  /** Why it cannot be run on this machine. */
  hindrance: z.string().nullable(),
});
export type WaitingProbe = z.infer<typeof waitingProbeSchema>;

export const waitingListSchema = z.object({
  probes: z.array(waitingProbeSchema),
  /** What shuts probes in here; null where nothing does, and then only my own are run. */
  sandbox: z.string().nullable(),
  /** Why nothing does. */
  noSandbox: z.string().nullable(),
  /** Running on this machine now. */
  running: z.array(probeIdSchema),
});
export type WaitingList = z.infer<typeof waitingListSchema>;

/** The approval: SHA-256 of exactly the code that was before the person's eyes. */
export const runProbeSchema = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/, 'This is no SHA-256.') });

/** Events of GET /api/prove/:probe/output: `output` as it comes, `ended` once. `result` null: it could not be finished here. */
export const proveOutputSchema = z.object({ text: z.string() });
export const proveEndedSchema = z.object({ result: probeResultSchema.nullable() });
