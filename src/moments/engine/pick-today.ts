/** What a day offers: at most three moments over all sessions, the newest work first, sound ones among them. Pure. */
import { SOUND_KIND } from '../../model/kind.ts';
import type { Moment } from '../../model/moment.ts';
import { createSeededRandom } from './seeded-random.ts';

export type PickableMoment = Pick<Moment, 'id' | 'session' | 'kind' | 'rule' | 'decision' | 'score'>;

export interface DatedMoment<T extends PickableMoment = Moment> {
  readonly moment: T;
  /** When its session went on last, in ms since the epoch. */
  readonly at: number;
}

export interface PickOptions {
  /** The person's own calendar date, YYYY-MM-DD: the same date and moments give the same list. */
  readonly date: string;
  /** ms since the epoch. */
  readonly now: number;
  /** Places of the day's three still to be filled. */
  readonly room?: number;
  /** Judged, skipped, dismissed or offered before: neither they nor another finding on the same decision come again. */
  readonly taken?: readonly Pick<Moment, 'session' | 'decision'>[];
}

const MOMENTS_A_DAY = 3;
const DAY_MS = 86_400_000;
/** Older work waits in Sessions: a first import of a year must not flood. */
const DAYS_BACK = 14;
/** Work this much older must be twice as good to come first. A choice, not a measurement. */
const HALF_LIFE_DAYS = 4;
/** Each place is drawn by itself: a fixed number of sound ones would tell the last from the others. */
const SOUND_SHARE = 1 / 3;
/** With fewer sound moments than this, unsound ones fill their places. */
const ENOUGH_SOUND = 3;

/** Best first within each place's side; fewer than `room` where there is nothing fit to offer. */
export function pickToday<T extends PickableMoment>(candidates: readonly DatedMoment<T>[], options: PickOptions): T[] {
  const { date, now, room = MOMENTS_A_DAY, taken = [] } = options;
  const recent = candidates.filter(({ at }) => now - at < DAYS_BACK * DAY_MS);
  const enoughSound = recent.filter(({ moment }) => isSound(moment)).length >= ENOUGH_SOUND;
  const best = recent
    .filter(({ moment }) => !taken.some((one) => isSameCase(one, moment)))
    .map((one) => ({ moment: one.moment, worth: toDayWorth(one, now) }))
    .toSorted((a, b) => b.worth - a.worth || (a.moment.id < b.moment.id ? -1 : 1))
    .map(({ moment }) => moment);
  const picked: T[] = [];
  for (const drawn of drawSoundPlaces(date).slice(MOMENTS_A_DAY - room)) {
    const left = best.filter((moment) => !picked.some((one) => isSameCase(one, moment)));
    const next = chooseNext(left, picked, drawn && enoughSound);
    if (next) picked.push(next);
  }
  return picked;
}

function toDayWorth({ moment, at }: DatedMoment<PickableMoment>, now: number): number {
  const days = Math.max(0, now - at) / DAY_MS;
  return moment.score.total * 0.5 ** (days / HALF_LIFE_DAYS);
}

function drawSoundPlaces(date: string): boolean[] {
  const random = createSeededRandom(date);
  return Array.from({ length: MOMENTS_A_DAY }, () => random() < SOUND_SHARE);
}

/** Sound ones are of one kind: what differs is the rule that found them. */
const toSort = ({ kind, rule }: PickableMoment): string => (kind === SOUND_KIND ? rule : kind);

/** Of the asked side, one of another session and sort where there is a choice; then of the other side. */
function chooseNext<T extends PickableMoment>(left: readonly T[], picked: readonly T[], sound: boolean): T | undefined {
  const side = left.filter((moment) => isSound(moment) === sound);
  const pool = side.length > 0 ? side : left;
  const isOtherSort = (moment: T): boolean => picked.every((one) => toSort(one) !== toSort(moment));
  const isOtherSession = (moment: T): boolean => picked.every(({ session }) => session !== moment.session);
  return pool.find((moment) => isOtherSort(moment) && isOtherSession(moment)) ?? pool.find(isOtherSession) ?? pool.find(isOtherSort) ?? pool[0];
}

const isSound = ({ kind }: PickableMoment): boolean => kind === SOUND_KIND;

/** Two findings on one decision would be one round held twice. */
function isSameCase(a: Pick<Moment, 'session' | 'decision'>, b: Pick<Moment, 'session' | 'decision'>): boolean {
  return a.session === b.session && a.decision.start <= b.decision.end && b.decision.start <= a.decision.end;
}
