import { z } from 'zod';
import { roundIdSchema } from '../../../model/round.ts';

export const roundParamSchema = z.object({ id: roundIdSchema });
