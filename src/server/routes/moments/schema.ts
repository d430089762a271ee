import { z } from 'zod';
import { momentIdSchema } from '../../../model/moment.ts';

export const momentParamSchema = z.object({ id: momentIdSchema });
