import type { Meeting } from '../../../model/team/meeting.ts';

/** As the vocabulary has them, without carrying a validator. */
export const MEETING_KIND_NAMES: readonly Meeting['kind'][] = ['check-in', 'review', 'midpoint', 'first meeting', 'completion'];
