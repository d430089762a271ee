/** Today's list: at most three moments over all sessions, the newest work first, sound ones among them. Pure. */
import { SOUND_KIND } from '../../model/kind.ts';
import type { Moment, MomentId } from '../../model/moment.ts';
import { createSeededRandom } from './seeded-random.ts';

export type PickableMoment = Pick<Moment, 'id' | 'session' | 'kind' | 'rule' | 'at' | 'decision' | 'score'>;

export interface TodayInput<T extends PickableMoment> {
  /** The person's own calendar date, YYYY-MM-DD: the same date gives the same list. */
  readonly date: string;
  /** ms since epoch. */
  readonly now: number;
  readonly moments: readonly T[];
  /** Judged, skipped or dismissed: they and their place are not offered again. */
  readonly done: ReadonlySet<MomentId>;
  /** Offered earlier on this date, in order: they keep their place in the list, and count when done. */
  readonly offered?: readonly MomentId[];
  /** How often moments of a rule were called legitimate here. */
  readonly legitimate?: ReadonlyMap<string, number>;
}

const AT_MOST = 3;
const DAY_MS = 86_400_000;
/** Older work waits in Sessions: a first import of a year must not flood. */
const DAYS = 14;
/** Work loses this share of its score each day: after four days it must be twice as good as today's. Our choice. */
const KEPT_PER_DAY = 0.84;
const SOUND_SHARE = 1 / 3;
/** With fewer sound moments than this, two sound ones in a row would soon be the same. */
const ENOUGH_SOUND = 3;

export function pickToday<T extends PickableMoment>({ date, now, moments, done, offered = [], legitimate }: TodayInput<T>): T[] {
  const byId = new Map(moments.map((moment) => [moment.id, moment]));
  const kept = offered.filter((id) => !done.has(id)).flatMap((id) => byId.get(id) ?? []);
  const used = new Set(offered);
  const doneMoments = moments.filter(({ id }) => done.has(id));
  const weigh = (moment: T): number => weighMoment(moment, now, legitimate);
  const open = moments
    .filter((moment) => !used.has(moment.id) && !done.has(moment.id) && isRecent(moment, now) && !doneMoments.some((one) => isSameCase(one, moment)))
    .toSorted((a, b) => weigh(b) - weigh(a) || a.id.localeCompare(b.id, 'en'));
  const enoughSound = moments.filter((moment) => moment.kind === SOUND_KIND && isRecent(moment, now)).length >= ENOUGH_SOUND;
  const slots = drawSlots(date, enoughSound).slice(offered.length);
  const picked = [...kept];
  for (const sound of slots) {
    const next = chooseNext(open, picked, sound);
    if (next) picked.push(next);
  }
  return picked;
}

/** Which of the day's three places is for a sound moment: drawn by the date alone, each with one chance in three. */
function drawSlots(date: string, enoughSound: boolean): boolean[] {
  const random = createSeededRandom(date);
  return Array.from({ length: AT_MOST }, () => random() < SOUND_SHARE && enoughSound);
}

/** The best open one of its side that is another case, and another kind and session where there is a choice. */
function chooseNext<T extends PickableMoment>(open: readonly T[], picked: readonly T[], sound: boolean): T | undefined {
  const left = open.filter((moment) => !picked.some((one) => one.id === moment.id || isSameCase(one, moment)));
  const side = left.filter(({ kind }) => (kind === SOUND_KIND) === sound);
  // Without unsound moments a place stays empty: a list of sound ones only would be a pattern too.
  const pool = side.length > 0 || !sound ? side : left;
  const fresh = pool.filter((moment) => picked.every((one) => one.kind !== moment.kind && one.session !== moment.session));
  const other = pool.filter((moment) => picked.every((one) => one.kind !== moment.kind || moment.kind === SOUND_KIND));
  return fresh[0] ?? other[0] ?? pool[0];
}

function weighMoment({ score, rule, at }: PickableMoment, now: number, legitimate: ReadonlyMap<string, number> | undefined): number {
  const days = Math.max(0, (now - toTime(at)) / DAY_MS);
  return (score.total * KEPT_PER_DAY ** days) / (1 + (legitimate?.get(rule) ?? 0));
}

const isRecent = ({ at }: PickableMoment, now: number): boolean => now - toTime(at) < DAYS * DAY_MS;
const toTime = (at: string | null): number => (at === null ? 0 : Date.parse(at));

/** Two findings on one decision would be one round held twice. */
function isSameCase(a: PickableMoment, b: PickableMoment): boolean {
  return a.session === b.session && a.decision.start <= b.decision.end && b.decision.start <= a.decision.end;
}
