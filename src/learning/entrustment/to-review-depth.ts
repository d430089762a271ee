import type { Level, ReviewDepth } from '../../model/entrustment.ts';

/** What a level changes: up to 2 everything is looked at, at 3 the key findings before it ships, from 4 samples after it has. */
export function toReviewDepth(level: Level): ReviewDepth {
  if (level <= 2) return 'everything';
  return level === 3 ? 'key findings' : 'after the fact';
}
