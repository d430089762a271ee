/** What each half of a weekly page asks, in its order. */
export const PRECEPTEE_QUESTIONS = [
  { name: 'wentWell', label: 'What went well' },
  { name: 'hardest', label: 'The hardest moment' },
  { name: 'differently', label: 'What I would do differently' },
  { name: 'nextFocus', label: 'What I want to work on next' },
] as const;

export const PRECEPTOR_QUESTIONS = [
  { name: 'saw', label: 'What I saw' },
  { name: 'wantsNext', label: 'What I want to see next' },
  { name: 'changesMyself', label: 'What I change myself' },
] as const;

export type Question = (typeof PRECEPTEE_QUESTIONS | typeof PRECEPTOR_QUESTIONS)[number];
