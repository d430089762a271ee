import * as fc from 'fast-check';
import { createEmptyCard, default_w, fsrs, Rating, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { RECALL_GRADES, type Memory, type RecallGrade } from '../../model/recall.ts';
import { createScheduler } from './create-scheduler.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);
const at = (days: number): string => new Date(START + days * DAY_MS).toISOString();
const days = (memory: Memory): number => (Date.parse(memory.due) - Date.parse(memory.reviewedAt)) / DAY_MS;

describe('the package', () => {
  it('gives the reference intervals of FSRS-6 with its default weights, steps of minutes on', () => {
    const scheduler = fsrs({ enable_fuzz: false, enable_short_term: true });
    const { Again, Good } = Rating;
    let card = createEmptyCard(new Date(START));
    const grades: Grade[] = [Good, Good, Good, Good, Good, Good, Again, Again, Good, Good, Good, Good, Good];
    const intervals = grades.map((grade) => {
      card = scheduler.next(card, card.due, grade).card;
      return card.scheduled_days;
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });
});

const w = (index: number): number => default_w[index] ?? Number.NaN;
const bound = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
const firstDifficulty = (grade: number): number => w(4) - Math.exp((grade - 1) * w(5)) + 1;

/** FSRS-6 as its authors write it down (the algorithm's wiki), in days, for a grade of 1 to 4. Independent of the package's code. */
function reckon(memory: { s: number; d: number } | null, grade: number, elapsed: number): { s: number; d: number } {
  if (!memory) return { s: w(grade - 1), d: bound(firstDifficulty(grade), 1, 10) };
  const { s, d } = memory;
  const factor = 0.9 ** (-1 / w(20)) - 1;
  const r = (1 + (factor * elapsed) / s) ** -w(20);
  const moved = d - (w(6) * (grade - 3) * (10 - d)) / 9;
  const next = bound(w(7) * firstDifficulty(4) + (1 - w(7)) * moved, 1, 10);
  if (grade === 1) return { s: Math.min(s, w(11) * d ** -w(12) * ((s + 1) ** w(13) - 1) * Math.exp(w(14) * (1 - r))), d: next };
  const bonus = grade === 2 ? w(15) : grade === 4 ? w(16) : 1;
  return { s: s * (1 + Math.exp(w(8)) * (11 - d) * s ** -w(9) * (Math.exp(w(10) * (1 - r)) - 1) * bonus), d: next };
}

const answers = fc.array(fc.record({ grade: fc.constantFrom(...RECALL_GRADES), wait: fc.integer({ min: 0, max: 400 }) }), { minLength: 1, maxLength: 30 });

describe('when a card comes back', () => {
  it('follows the formulas of FSRS-6, whatever was answered and however late', () => {
    const { review } = createScheduler({ programmeEnd: null });
    fc.assert(
      fc.property(answers, (sequence) => {
        let memory: Memory | null = null;
        let reckoned: { s: number; d: number } | null = null;
        let day = 0;
        for (const { grade, wait } of sequence) {
          day += memory ? wait : 0;
          reckoned = reckon(reckoned, RECALL_GRADES.indexOf(grade) + 1, memory ? wait : 0);
          memory = review(memory, grade, at(day));
          expect(Math.abs(memory.stability / Math.min(36_500, Math.max(0.001, reckoned.s)) - 1)).toBeLessThan(1e-3);
          expect(memory.difficulty).toBeCloseTo(reckoned.d, 4);
        }
      }),
    );
  });

  it('is a day later at the soonest, never in minutes, and later the better it was remembered', () => {
    const { review } = createScheduler({ programmeEnd: null });
    const first = RECALL_GRADES.map((grade) => days(review(null, grade, at(0))));
    expect(first).toEqual([1, 2, 3, 8]);
    const second = RECALL_GRADES.map((grade) => days(review(review(null, 'good', at(0)), grade, at(3))));
    expect(second).toEqual([...second].sort((a, b) => a - b));
    expect(second[0]).toBe(1);
  });

  it('is never after the programme ends, and goes on as usual once it has', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 20, max: 365 }), (sequence, end) => {
        const { review } = createScheduler({ programmeEnd: at(end) });
        let memory: Memory | null = null;
        let day = 0;
        for (const { grade, wait } of sequence) {
          day += wait;
          memory = review(memory, grade, at(day));
          expect(days(memory)).toBeGreaterThanOrEqual(1);
          if (day < end) expect(memory.due <= at(end)).toBe(true);
        }
      }),
    );
  });

  it('knows less of it the longer ago it was', () => {
    const { review, retrievability } = createScheduler({ programmeEnd: null });
    const memory = review(null, 'good' satisfies RecallGrade, at(0));
    expect(retrievability(memory, at(0))).toBe(1);
    expect(retrievability(memory, at(2))).toBeGreaterThan(retrievability(memory, at(40)));
  });
});
