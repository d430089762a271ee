import type { EvidenceKind, EvidencedActivity } from '../../../model/evidence-kinds.ts';

export const KIND_WORDS: Readonly<Record<EvidenceKind, string>> = { migration: 'Migration', tag: 'Tag', incident: 'Incident notes' };

/** What could be linked to an activity that sessions hardly show; null for the others. */
const WHAT_BY_ACTIVITY: Readonly<Record<EvidencedActivity, string>> = {
  E8: 'Link a migration of yours',
  E10: 'Link a release of yours',
  E11: 'Link notes of an incident',
};

export const describeLinking = (activity: string): string | null => (activity in WHAT_BY_ACTIVITY ? WHAT_BY_ACTIVITY[activity as EvidencedActivity] : null);
