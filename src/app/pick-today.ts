import { createHash } from 'node:crypto';
import { SOUND_KIND } from '../model/kind.ts';
import type { Moment } from '../model/moment.ts';

export interface DatedMoment {
  readonly moment: Moment;
  /** When its session went on last, in ms since the epoch. */
  readonly at: number;
}

export interface PickOptions {
  /** The person's day, as 2026-03-02: the same day and moments give the same list. */
  readonly date: string;
  readonly now: number;
  readonly room: number;
}

const DAY_MS = 86_400_000;
/** Work this much older must be twice as good to come first. A choice, not a measurement. */
const HALF_LIFE_DAYS = 4;
/** One place in three goes to a sound decision, drawn for each place: a fixed number would tell the last one from the others. */
const SOUND_ONE_IN = 3;

/** The few moments a day offers: newest work first unless older is much better, one of a session, not all of one kind. Best first. */
export function pickToday(candidates: readonly DatedMoment[], { date, now, room }: PickOptions): Moment[] {
  const left = candidates.map((candidate) => ({ ...candidate, score: toDayScore(candidate, now) })).sort((a, b) => b.score - a.score || (a.moment.id < b.moment.id ? -1 : 1));
  const picked: Moment[] = [];
  for (let place = 0; place < room; place += 1) {
    const next = chooseNext(
      left.map(({ moment }) => moment).filter((moment) => !picked.includes(moment)),
      picked,
      isSoundPlace(date, place),
    );
    if (next) picked.push(next);
  }
  return picked;
}

const toDayScore = ({ moment, at }: DatedMoment, now: number): number => moment.score.total * 0.5 ** (Math.max(0, now - at) / DAY_MS / HALF_LIFE_DAYS);

function chooseNext(left: readonly Moment[], picked: readonly Moment[], wantsSound: boolean): Moment | undefined {
  const isAsked = (moment: Moment): boolean => (moment.kind === SOUND_KIND) === wantsSound;
  const isFresh = (moment: Moment): boolean => picked.every(({ session, kind }) => session !== moment.session && kind !== moment.kind);
  const isOtherSession = (moment: Moment): boolean => picked.every(({ session }) => session !== moment.session);
  const wishes = [(moment: Moment) => isAsked(moment) && isFresh(moment), (moment: Moment) => isAsked(moment) && isOtherSession(moment), isFresh, isOtherSession, isAsked];
  for (const wish of wishes) {
    const found = left.find(wish);
    if (found) return found;
  }
  return left[0];
}

const isSoundPlace = (date: string, place: number): boolean => createHash('sha256').update(`${date}/${place}`).digest().readUInt16BE() % SOUND_ONE_IN === 0;
