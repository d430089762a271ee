import { z } from 'zod';
import { ACTIVITY_IDS } from './activity-names.ts';

/** The 13 entrustable professional activities (EPA). */
export const activityIdSchema = z.enum(ACTIVITY_IDS);
export { ACTIVITY_IDS, ACTIVITY_NAMES, type ActivityId } from './activity-names.ts';
