/** What a person may link to an activity from where sessions cannot see. Light: screens list them. */
export const EVIDENCE_KINDS = ['migration', 'tag', 'incident'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
/** Changing a data model, releasing, responding to an incident. */
export const EVIDENCED_ACTIVITIES = ['E8', 'E10', 'E11'] as const;
export type EvidencedActivity = (typeof EVIDENCED_ACTIVITIES)[number];
export const ACTIVITY_BY_KIND: Readonly<Record<EvidenceKind, EvidencedActivity>> = { migration: 'E8', tag: 'E10', incident: 'E11' };
