import type { WeeklyAct } from '../../model/team/weekly-page.ts';

export interface WeekSoFar {
  readonly isRunning: boolean;
  readonly mine: 'preceptee' | 'preceptor';
  readonly hasPrecepteeHalf: boolean;
  readonly hasPreceptorHalf: boolean;
  /** What stands, and whether it was I who proposed it. */
  readonly focus: { readonly isMine: boolean; readonly isAgreed: boolean } | null;
}

/** The one thing to do next about a weekly page: the preceptee writes, the preceptor answers, then one focus. */
export function findWeeklyAct({ isRunning, mine, hasPrecepteeHalf, hasPreceptorHalf, focus }: WeekSoFar): WeeklyAct {
  if (focus?.isAgreed) return 'done';
  if (!isRunning) return 'not-running';
  if (!hasPrecepteeHalf) return mine === 'preceptee' ? 'write' : 'wait-for-half';
  if (!hasPreceptorHalf) return mine === 'preceptor' ? 'write' : 'wait-for-half';
  if (!focus) return 'propose';
  return focus.isMine ? 'wait-for-answer' : 'answer';
}

/** Whether somebody else waits for me with it, or nobody can go on before I did. */
export const isMyTurn = (act: WeeklyAct): boolean => act === 'write' || act === 'propose' || act === 'answer';
