import { z } from 'zod';
import { probeRunSchema } from '../probe-run.ts';
import { roundIdSchema } from '../round.ts';
import { caseIdSchema, personIdSchema, probeIdSchema } from './ids.ts';

export const MAX_PROBE_CODE = 64 * 1024;

/** Which of the case's trees a probe runs on: the agent's version, what mended it later, or the agent's version with a patch somebody proposes. */
export const PROBE_TARGETS = ['agent', 'fix', 'patch'] as const;
export const probeTargetSchema = z.enum(PROBE_TARGETS);
export type ProbeTarget = z.infer<typeof probeTargetSchema>;

/** pending: the owner has not pressed Run, they may be away; or they had (`startedAt`), and their machine never told the end. */
export const probeStateSchema = z.enum(['pending', 'running', 'ended', 'declined', 'cancelled']);
export type ProbeState = z.infer<typeof probeStateSchema>;

/** What somebody wants run: a test in the repository's own framework, or a plain script. */
export const probeCodeSchema = z.object({
  target: probeTargetSchema,
  /** Where the file is put, relative to the tree. Never outside it. */
  path: z
    .string()
    .min(1)
    .max(200)
    .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0:]+$/, 'The path must stay inside the tree.'),
  code: z.string().min(1, 'There is nothing to run yet.').max(MAX_PROBE_CODE),
  /** A unified diff on the agent's version, for `patch`. */
  patch: z
    .string()
    .max(256 * 1024)
    .optional(),
  /** What its author says it will show, in a sentence. */
  claim: z.string().trim().max(500),
});
export type ProbeCode = z.infer<typeof probeCodeSchema>;

/** demonstrated: the probe failed on its target, so the claim that something is wrong there is shown; not-demonstrated: it passed. */
export const probeFindingSchema = z.enum(['demonstrated', 'not-demonstrated', 'could-not-run']);
export type ProbeFinding = z.infer<typeof probeFindingSchema>;

export const probeResultSchema = z.object({
  finding: probeFindingSchema,
  run: probeRunSchema,
  /** Of the code the owner had before their eyes when they pressed Run. */
  approvedSha256: z.string(),
  /** Of the tree it ran on, patched where a patch was proposed; empty where there was none. */
  treeHash: z.string(),
  /** What may have made it come out so, and is not in the code. */
  note: z.string().nullish(),
});
export type ProbeResult = z.infer<typeof probeResultSchema>;

export const probeSchema = z.object({
  id: probeIdSchema,
  round: roundIdSchema,
  case: caseIdSchema,
  author: personIdSchema,
  /** On whose machine it runs. */
  owner: personIdSchema,
  state: probeStateSchema,
  /** Null once the case was forgotten. */
  probe: probeCodeSchema.nullable(),
  sha256: z.string(),
  result: probeResultSchema.nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type Probe = z.infer<typeof probeSchema>;
