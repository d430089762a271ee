import { z } from 'zod';
import { roundIdSchema } from '../../round.ts';
import { probeCodeSchema, probeResultSchema, probeSchema } from '../../team/probe.ts';

export const addProbeSchema = z.object({ round: roundIdSchema, probe: probeCodeSchema });
export const probeListSchema = z.object({ probes: z.array(probeSchema) });

/** The owner's machine tells the store that it began, with the code it has before its eyes. */
export const startProbeSchema = z.object({ sha256: z.string() });
export const probeOutputSchema = z.object({ n: z.number().int().min(0), text: z.string().max(64 * 1024) });
export const probeOutputListSchema = z.object({ output: z.array(probeOutputSchema) });
export const endProbeSchema = z.object({ result: probeResultSchema });
