import { z } from 'zod';
import { sha256Schema } from '../../../model/team/tree-archive.ts';

export const sharedParamSchema = z.object({ id: z.string().max(20) });
export const shownParamSchema = z.object({ id: z.coerce.number().int().min(1) });
export const digestParamSchema = z.object({ digest: sha256Schema });
export const fileQuerySchema = z.object({ path: z.string().max(1024) });
