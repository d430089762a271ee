import { z } from 'zod';
import { activityIdSchema } from '../../../model/activity.ts';
import { linkedEvidenceSchema } from '../../../model/linked-evidence.ts';
import { misconceptionIdSchema } from '../../../model/misconception.ts';

export const beliefParamSchema = z.object({ id: misconceptionIdSchema });
export const evidenceParamSchema = linkedEvidenceSchema.pick({ id: true });
export const activityParamSchema = z.object({ activity: activityIdSchema });
