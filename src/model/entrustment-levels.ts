/** Plain data, no schema: the web app names levels without carrying a validator. */
export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export const LEVEL_NAMES: Readonly<Record<Level, string>> = Object.freeze({
  1: 'Watches',
  2: 'Together',
  3: 'Checked first',
  4: 'Checked after',
  5: 'Trusted and teaches',
});
