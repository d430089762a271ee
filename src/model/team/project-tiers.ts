/** Plain data, no schema: the web app shows it without carrying a validator. From simple to complex; real work from the first. */
export const PROJECT_TIERS = [
  { tier: 1, name: 'One place', words: 'A change in one place that already works. A mistake shows at once and is undone in minutes.' },
  { tier: 2, name: 'Several parts', words: 'A change through several parts of one service, with its ways to fail. A mistake shows in the tests or in review.' },
  { tier: 3, name: 'Across a boundary', words: 'It changes what others depend on: an interface, data or configuration. It needs a way back before it ships.' },
  { tier: 4, name: 'An open question', words: 'Nobody knows the way yet. Options are weighed with others, and it is released and watched.' },
] as const;

export const LONGEST_TITLE = 120;
export const LONGEST_GOAL = 1000;
export const LONGEST_LEARNED = 2000;
