import type { TeamRating } from '../../../model/api/team/ratings.ts';

export const VIEWS: Readonly<Record<TeamRating['view'], string>> = { retrospective: 'this time', prospective: 'the next one' };
