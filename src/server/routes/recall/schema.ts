import { z } from 'zod';
import { cardIdSchema } from '../../../model/recall.ts';

export const cardParamSchema = z.object({ id: cardIdSchema });
