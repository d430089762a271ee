import { z } from 'zod';
import { ACTIVITY_IDS } from './activity-names.ts';

/** The 13 entrustable professional activities (EPA). */
export const activityIdSchema = z.enum(ACTIVITY_IDS);
export type { ActivityId } from './activity-names.ts';
