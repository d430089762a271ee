import { z } from 'zod';

/** A branch and a work tree of its own, to try anything. */
export const experimentSchema = z.object({
  name: z.string(),
  /** The repository's own git folder: the same for all its work trees. */
  repository: z.string(),
  /** The work tree it was begun from. */
  root: z.string(),
  folder: z.string(),
  branch: z.string(),
  /** The commit it began at, and how the person called it. */
  from: z.string(),
  fromName: z.string(),
  startedAt: z.string(),
  state: z.enum(['open', 'kept', 'discarded']),
  endedAt: z.string().nullable(),
  /** Where its branch stood at the end: a discarded commit can be had back by it for as long as git keeps it. */
  head: z.string().nullable(),
  /** Commits beyond the one it began at, when it ended. */
  commits: z.number().int().nullable(),
  /** What was tried and learned, in one sentence; null where nobody said. */
  learned: z.string().nullable(),
});
export type Experiment = z.infer<typeof experimentSchema>;
