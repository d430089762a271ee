import type { Journal } from '../journal/open-journal.ts';
import type { TodayPick } from '../journal/today-table.ts';
import type { MomentCard, Today } from '../model/api/today.ts';
import type { Moment, MomentId } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { pickToday, type DatedMoment } from '../moments/engine/pick-today.ts';
import type { App } from './app.ts';
import { listDueCards } from './growth/list-due-cards.ts';
import { createWeigher } from './ranking/create-weigher.ts';
import { toMomentCard } from './to-moment-card.ts';
import { toRoundCard } from './to-round-card.ts';

const MOMENTS_A_DAY = 3;
/** As far as the engine looks, and a day for the time zone; older moments wait in Sessions. */
const DAYS_BACK = 15;
const OPEN_STATES = ['framed', 'sealing', 'revealed', 'proving', 'debrief'] as const;

/**
 * Today's few moments, rounds that wait, and what was read. The day's list is chosen once and kept; while an import is still
 * running it is chosen anew each time, so that the first files read do not fill the day.
 */
export function showToday({ journal, clock, importer }: Pick<App, 'journal' | 'clock' | 'importer'>): Result<Today, Problem> {
  const now = clock();
  const date = toDate(now);
  const isImporting = importer.getProgress().running;
  return journal.attempt(() => {
    const before = journal.today.get();
    const pick = fillDay(journal, before, { date, now });
    if (!isImporting && !isSamePick(before, pick)) journal.transaction(() => journal.today.save(pick));
    const shared = new Set(journal.sharedCases.listMoments());
    const moments = pick.moments.filter((id) => !shared.has(id) && !isTaken(journal, id)).flatMap((id) => toCards(journal, id));
    const waiting = journal.rounds.list({ states: OPEN_STATES }).map((round) => toRoundCard(journal, round));
    const sessionsKnown = journal.sessions.count(false) + journal.sessions.count(true);
    return {
      date,
      // By when they happened: an order by worth would say something of how they ended.
      moments: moments.sort((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1)),
      waiting,
      read: countRead(journal, startOfDay(now, -1)),
      sent: journal.sharingLog.countSince(startOfDay(now, -1)),
      shared: journal.sharedCases.countSince(startOfDay(now, -1)),
      sessionsKnown,
      roundsClosedToday: journal.rounds.countClosedSince(startOfDay(now, 0)),
      waitingInSessions: Math.max(0, journal.moments.countUnjudged() - moments.length),
      recallDue: listDueCards(journal, now).length,
      done: moments.length === 0 && waiting.length === 0 && sessionsKnown > 0 && !isImporting,
      demo: journal.sessions.count(true) > 0,
    };
  });
}

function fillDay(journal: Journal, before: TodayPick | null, { date, now }: { date: string; now: Date }): TodayPick {
  const today = before?.date === date ? before : { date, offered: 0, moments: [] };
  const room = MOMENTS_A_DAY - today.offered;
  if (room <= 0) return today;
  const taken = listTaken(journal);
  const own = pickToday(listCandidates(journal, { demo: false, until: now }), { date, now: now.getTime(), room, taken });
  // The demo's fortnight ends with its last session, whenever it is looked at.
  const demoUntil = own.length < room ? journal.sessions.getLatestAt(true) : null;
  const demo = demoUntil === null ? [] : pickDemo(journal, new Date(demoUntil), { date, room: room - own.length, taken });
  const added = [...own, ...demo].map(({ id }) => id);
  return { date, offered: today.offered + added.length, moments: [...today.moments, ...added] };
}

function pickDemo(journal: Journal, until: Date, options: { date: string; room: number; taken: readonly Moment[] }): Moment[] {
  return pickToday(listCandidates(journal, { demo: true, until }), { ...options, now: until.getTime() });
}

/** Those of sessions that went on lately, weighed for their owner; which of them are fit is the engine's to say. */
function listCandidates(journal: Journal, { demo, until }: { demo: boolean; until: Date }): DatedMoment[] {
  const weigh = createWeigher(journal);
  return journal.moments.listSince(startOfDay(until, -DAYS_BACK), demo).map(({ moment }) => ({
    moment: { ...moment, score: { ...moment.score, total: weigh(moment).total } },
    at: Date.parse(journal.sessions.get(moment.session)?.sortAt ?? '') || 0,
  }));
}

/** Offered once, judged, dismissed or shared: neither they nor another finding on the same decision come again. */
function listTaken(journal: Journal): Moment[] {
  const ids = new Set([
    ...journal.today.listEverOffered(),
    ...journal.dismissals.listMoments(),
    ...journal.sharedCases.listMoments(),
    ...journal.rounds.list().flatMap(({ moment, state }) => (state === 'withdrawn' ? [] : [moment])),
  ]);
  return [...ids].flatMap((id) => journal.moments.get(id)?.moment ?? []);
}

const isTaken = (journal: Journal, id: MomentId): boolean => journal.rounds.list({ moment: id }).some(({ state }) => state !== 'withdrawn');

const isSamePick = (before: TodayPick | null, after: TodayPick): boolean => before?.date === after.date && before.offered === after.offered;

function toCards(journal: Journal, id: MomentId): MomentCard[] {
  const record = journal.moments.get(id);
  const session = record && journal.sessions.get(record.moment.session);
  return record && session ? [toMomentCard(journal, record, session)] : [];
}

function countRead(journal: Journal, since: string): Today['read'] {
  const sessions = journal.sessions.listSince(since).filter(({ demo }) => !demo);
  return { sessions: sessions.length, events: sessions.reduce((sum, { derivation }) => sum + journal.events.countSince(derivation, since), 0) };
}

const toDate = (day: Date): string => [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

const startOfDay = (day: Date, plusDays: number): string => new Date(day.getFullYear(), day.getMonth(), day.getDate() + plusDays).toISOString();
