/** Plain data, no schema: the web app names activities without carrying a validator. In the order of the programme. */
export const ACTIVITY_IDS = ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12', 'E13'] as const;

export type ActivityId = (typeof ACTIVITY_IDS)[number];

export const ACTIVITY_NAMES: Readonly<Record<ActivityId, string>> = Object.freeze({
  E1: 'Frame work for an agent',
  E2: 'Direct and stop an agent',
  E3: 'Read a change nobody wrote',
  E4: 'Judge and accept or refuse',
  E5: 'Prove it works',
  E6: 'Debug from symptom to cause',
  E7: 'Guard security and data',
  E8: 'Change a data model safely',
  E9: 'Design and keep a boundary',
  E10: 'Release and watch',
  E11: 'Respond to an incident',
  E12: 'Decide and record trade-offs',
  E13: 'Learn and teach in the open',
});
