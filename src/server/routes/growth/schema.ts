import { z } from 'zod';
import { misconceptionIdSchema } from '../../../model/misconception.ts';

export const beliefParamSchema = z.object({ id: misconceptionIdSchema });
