/** When a card comes back: FSRS-6 with its default weights (J. Ye et al., through ts-fsrs), days only. */
import { fsrs, Rating, State, type Card, type Grade } from 'ts-fsrs';
import type { Memory, RecallGrade } from '../../model/recall.ts';

const DAY_MS = 86_400_000;
const RATING_BY_GRADE: Readonly<Record<RecallGrade, Grade>> = { again: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy };
/** FSRS's own limit, a hundred years, for who learns without a programme. */
const NO_END_DAYS = 36_500;

export interface SchedulerOptions {
  /** ISO instant of the programme's end; null where there is none. */
  readonly programmeEnd: string | null;
}

export interface Scheduler {
  /** The memory after an answer at `at`. Due at least a day later, and no later than the programme's end while that is ahead. */
  readonly review: (memory: Memory | null, grade: RecallGrade, at: string) => Memory;
  /** Chance, 0 to 1, that it would come back at `at`. */
  readonly retrievability: (memory: Memory, at: string) => number;
}

export function createScheduler({ programmeEnd }: SchedulerOptions): Scheduler {
  return {
    review: (memory, grade, at) => {
      const daysLeft = programmeEnd === null ? NO_END_DAYS : Math.floor((Date.parse(programmeEnd) - Date.parse(at)) / DAY_MS);
      const longest = daysLeft >= 1 ? daysLeft : NO_END_DAYS;
      const { card } = fsrs(LONG_TERM).next(toCard(memory, at), at, RATING_BY_GRADE[grade]);
      // Not the package's own limit: it goes a day or two beyond it to keep good apart from hard.
      const due = new Date(Date.parse(at) + Math.min(card.scheduled_days, longest) * DAY_MS).toISOString();
      return { stability: card.stability, difficulty: card.difficulty, due, reviewedAt: at };
    },
    retrievability: (memory, at) => fsrs(LONG_TERM).get_retrievability(toCard(memory, at), at, false),
  };
}

/** Without steps of minutes: five items a day leave no room for the same one twice. Without chance: the same answers, the same days. */
const LONG_TERM = Object.freeze({ enable_short_term: false, enable_fuzz: false });

function toCard(memory: Memory | null, at: string): Card {
  const elapsed = memory ? Math.max(0, Math.floor((Date.parse(at) - Date.parse(memory.reviewedAt)) / DAY_MS)) : 0;
  return {
    due: new Date(memory?.due ?? at),
    stability: memory?.stability ?? 0,
    difficulty: memory?.difficulty ?? 0,
    elapsed_days: elapsed,
    scheduled_days: memory ? Math.round((Date.parse(memory.due) - Date.parse(memory.reviewedAt)) / DAY_MS) : 0,
    learning_steps: 0,
    reps: memory ? 1 : 0,
    lapses: 0,
    state: memory ? State.Review : State.New,
    ...(memory ? { last_review: new Date(memory.reviewedAt) } : {}),
  };
}
