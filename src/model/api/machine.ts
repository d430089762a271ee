import { z } from 'zod';
import { agentNameSchema } from '../agent.ts';

/** What Rounds reads on this machine, where it keeps it, and what it could not read. */
export const machineSchema = z.object({
  home: z.string(),
  journal: z.object({ path: z.string(), bytes: z.number(), sessions: z.number().int(), events: z.number().int(), moments: z.number().int() }),
  runtime: z.object({ node: z.string(), rounds: z.string() }),
  agents: z.array(
    z.object({
      agent: agentNameSchema,
      label: z.string(),
      state: z.enum(['read', 'absent', 'unreadable']),
      places: z.array(z.string()),
      files: z.number().int(),
      bytes: z.number(),
      problem: z.string().optional(),
      warning: z.string().optional(),
    }),
  ),
  lastImport: z.object({ at: z.string(), files: z.number().int(), problems: z.array(z.object({ file: z.string(), what: z.string() })) }).nullable(),
  /** Programming languages whose grammar is not installed: fewer rules on code work in them. */
  missingGrammars: z.array(z.string()),
  demo: z.boolean(),
});
export type Machine = z.infer<typeof machineSchema>;

/** State of an import that runs in the background; also sent as a server-sent event `import`. */
export const importProgressSchema = z.object({
  running: z.boolean(),
  files: z.number().int(),
  filesTotal: z.number().int(),
  bytes: z.number(),
  bytesTotal: z.number(),
  sessions: z.number().int(),
  moments: z.number().int(),
  problems: z.array(z.object({ file: z.string(), what: z.string() })),
});
export type ImportProgress = z.infer<typeof importProgressSchema>;

export const problemResponseSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  next: z.string().optional(),
});
export type ProblemResponse = z.infer<typeof problemResponseSchema>;
