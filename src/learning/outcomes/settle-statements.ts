import type { Proposition } from '../../model/moment.ts';

const DAY_MS = 86_400_000;
/** Lines that stood this long after a check had passed are taken to stay. A considered proposal. */
export const STANDS_AFTER_DAYS = 30;

export interface Later {
  /** When it was decided, and now, as instants. */
  readonly decidedAt: string;
  readonly now: string;
  /** The first check that ran later. */
  readonly check: 'passed' | 'failed';
  /** When the change was first taken back or mended; null where it was not. */
  readonly changedAt: string | null;
}

/**
 * Which of a change's statements came true, where its session ended before it could tell: by the first check that ran later, and by
 * whether the lines were changed again within thirty days of the decision. Null while that is open, and for statements of another kind.
 */
export function settleStatements(propositions: readonly Proposition[], { decidedAt, now, check, changedAt }: Later): string | null {
  const has = (id: string): boolean => propositions.some((one) => one.id === id);
  if (!has('check-fails') || !has('passes-and-stays') || !has('passes-and-changes')) return null;
  if (check === 'failed') return 'check-fails';
  const end = Date.parse(decidedAt) + STANDS_AFTER_DAYS * DAY_MS;
  if (changedAt !== null && Date.parse(changedAt) <= end) return 'passes-and-changes';
  return Date.parse(now) > end ? 'passes-and-stays' : null;
}
