import type { MomentRecord } from '../../journal/moments-table.ts';
import type { Moment } from '../../model/moment.ts';
import type { Place, SessionFacts } from '../../moments/facts/facts.ts';

/** A moment with its card's words. Everything in them was known at the decision. */
export function toMomentRecord(moment: Moment, facts: SessionFacts): MomentRecord {
  return { moment, place: toPlace(moment, facts), context: toContext(moment, facts) };
}

function toPlace({ decision, shownUntil }: Moment, { edits, humanTurns }: SessionFacts): string {
  const inDecision = ({ line }: Place): boolean => line >= decision.start && line <= Math.min(decision.end, shownUntil);
  const paths = [...new Set(edits.filter(inDecision).map(({ shownPath }) => shownPath))];
  if (paths.length > 0) return paths.length === 1 ? String(paths[0]) : `${paths[0]} and ${paths.length - 1} more`;
  const turn = humanTurns.filter(({ line }) => line <= decision.start).length;
  return turn > 0 ? `after your ${toOrdinal(turn)} message` : 'at the start';
}

function toContext({ decision }: Moment, { edits, runs }: SessionFacts): string {
  const isBefore = ({ line }: Place): boolean => line < decision.start;
  return `${toCount(edits.filter(isBefore).length, 'edit')}, ${toCount(runs.filter(isBefore).length, 'run')} before it`;
}

const toCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function toOrdinal(number: number): string {
  const lastTwo = number % 100;
  const ending = lastTwo >= 11 && lastTwo <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
