import { z } from 'zod';
import { roundIdSchema } from '../../round.ts';
import { probeIdSchema } from '../../team/ids.ts';
import { personSchema } from '../../team/pair.ts';
import { probeCodeSchema, probeResultSchema, probeSchema } from '../../team/probe.ts';

export const probeParamSchema = z.object({ id: probeIdSchema });
export const probesOfRoundSchema = z.object({ round: roundIdSchema });

export const addProbeSchema = z.object({ round: roundIdSchema, probe: probeCodeSchema });
export const probeListSchema = z.object({ probes: z.array(probeSchema) });
export type ProbeList = z.infer<typeof probeListSchema>;

/** What waits for its owner's Run, and who asks for it. */
export const waitingProbesSchema = z.object({ probes: z.array(probeSchema), people: z.array(personSchema) });
export type WaitingProbes = z.infer<typeof waitingProbesSchema>;

/** The owner's machine tells the store that it began, with the code it has before its eyes. */
export const startProbeSchema = z.object({ sha256: z.string() });
export const MAX_OUTPUT_PIECE = 64 * 1024;
export const probeOutputSchema = z.object({ n: z.number().int().min(0).max(1_000_000), text: z.string().max(MAX_OUTPUT_PIECE) });
export const probeOutputQuerySchema = z.object({ from: z.coerce.number().int().min(0).default(0) });
export const probeOutputListSchema = z.object({ output: z.array(probeOutputSchema) });
export type ProbeOutputList = z.infer<typeof probeOutputListSchema>;
export const endProbeSchema = z.object({ result: probeResultSchema });
