import { z } from 'zod';

/** Why a run did not end by itself. */
export const STOPPED_BY = ['time', 'memory', 'processes', 'output', 'cancelled'] as const;
export type StoppedBy = (typeof STOPPED_BY)[number];

/** How a program that Rounds started on an exported tree ended. */
export const probeRunSchema = z.object({
  /** As a person would type it. */
  command: z.string(),
  outcome: z.enum(['passed', 'failed', 'stopped', 'could-not-run']),
  stoppedBy: z.enum(STOPPED_BY).optional(),
  /** Null where the program was stopped, died of a signal, or never began. */
  exitCode: z.number().int().nullable(),
  signal: z.string().optional(),
  /** Milliseconds of wall-clock time. */
  durationMs: z.number(),
  /** Both streams as they came; where there was more than is kept, its beginning and its end. */
  output: z.string(),
  /** Bytes of the output that are not kept. */
  cutBytes: z.number().int(),
  /** Why it could not run. */
  why: z.string().optional(),
  /** What contained it; null where nothing did. */
  sandbox: z.string().nullable(),
});
export type ProbeRun = z.infer<typeof probeRunSchema>;
