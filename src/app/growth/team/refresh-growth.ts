import type { Journal } from '../../../journal/open-journal.ts';
import type { TeamRoundCard } from '../../../model/api/team/rounds.ts';
import type { KeptTeamRound } from '../../../model/kept-team-round.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import { keepContent } from '../content/kept-content.ts';
import type { GrowthApp } from '../growth-app.ts';
import { saveProgrammeEnd } from '../programme-end.ts';
import { takeInRounds } from '../take-in-rounds.ts';
import { forgetDerived } from './forget-derived.ts';
import type { GrowthPort } from './growth-port.ts';
import { toKeptRound } from './keep-team-round.ts';
import { takeWhatOthersSay } from './take-what-others-say.ts';
import { takeLessons } from './take-lessons.ts';

export interface Refreshed {
  /** Rounds for two that are new here or went on. */
  readonly rounds: number;
  readonly forgotten: number;
  readonly lessons: number;
  /** Texts or beliefs of my cohort read differently now. */
  readonly content: boolean;
}

const REVEALED = new Set<string>(['revealed', 'proving', 'debrief', 'closed']);

/**
 * Takes my own part in rounds for two, and my lessons, from the team into this journal. Only what went on since is asked for; again
 * changes nothing. Where the team cannot be reached, what is here stays.
 */
export async function refreshGrowth({ journal, clock }: GrowthApp, port: GrowthPort): Promise<Result<Refreshed, Problem>> {
  // First, so that what is taken in below is weighed as the cohort has it.
  const content = await takeContent(journal, port, clock());
  if (!content.ok) return content;
  const listed = await port.listRounds();
  if (!listed.ok) return listed;
  let rounds = 0;
  let forgotten = 0;
  for (const card of listed.value) {
    const known = journal.attempt(() => journal.teamRounds.get(card.id));
    if (!known.ok) return known;
    if (!isNews(card, known.value)) continue;
    const taken = await takeRound(journal, port, card);
    if (!taken.ok) return taken;
    rounds += taken.value === 'kept' ? 1 : 0;
    forgotten += taken.value === 'forgotten' ? 1 : 0;
  }
  const lessons = await takeMyLessons(journal, port);
  if (!lessons.ok) return lessons;
  const programmes = await port.listProgrammes();
  if (!programmes.ok) return programmes;
  const said = await takeWhatOthersSay(journal, port);
  if (!said.ok) return said;
  const derived = journal.write(() => {
    takeProgrammeEnd(journal, programmes.value);
    takeInRounds(journal);
  });
  return derived.ok ? ok({ rounds, forgotten, lessons: lessons.value, content: content.value }) : derived;
}

async function takeContent(journal: Journal, port: GrowthPort, now: Date): Promise<Result<boolean, Problem>> {
  const content = await port.getContent();
  return content.ok ? journal.write(() => keepContent(journal, port.host, content.value, now)) : content;
}

/** A closed round changes no more, unless it is opened again or its case is forgotten: then its question is gone. */
function isNews({ kind, state, question, closedAt }: TeamRoundCard, known: KeptTeamRound | null): boolean {
  if (kind !== 'moment' || !REVEALED.has(state)) return false;
  if (known === null) return true;
  if (known.content === null) return false;
  return question === null || state !== 'closed' || known.state !== 'closed' || known.closedAt !== (closedAt && new Date(closedAt).toISOString());
}

async function takeRound(journal: Journal, port: GrowthPort, { id }: TeamRoundCard): Promise<Result<'kept' | 'forgotten' | 'nothing', Problem>> {
  const [round, probes] = await Promise.all([port.getRound(id), port.listProbes(id)]);
  if (!round.ok) return round.problem.tag === 'not-found' ? ok('nothing') : round;
  const kept = toKeptRound(journal, port.host, round.value, probes.ok ? probes.value : []);
  if (!kept) return ok('nothing');
  return journal.write(() => {
    const before = journal.teamRounds.get(id);
    if (JSON.stringify(before) === JSON.stringify(kept)) return 'nothing';
    journal.teamRounds.save(kept);
    if (kept.content !== null) return 'kept';
    forgetDerived(journal, kept.case);
    return 'forgotten';
  });
}

async function takeMyLessons(journal: Journal, port: GrowthPort): Promise<Result<number, Problem>> {
  const [me, listed] = await Promise.all([port.getMe(), port.listLessons()]);
  if (!me.ok) return me;
  if (!listed.ok) return listed;
  const held = journal.attempt(() => listUnlisted(journal, listed.value));
  if (!held.ok) return held;
  const retired: Lesson[] = [];
  for (const id of held.value) {
    const lesson = await port.getLesson(id);
    if (lesson.ok) retired.push(lesson.value);
    else if (lesson.problem.tag !== 'not-found') return lesson;
  }
  return journal.write(() => {
    // A round's own card comes first, so that its lesson is not asked for twice.
    takeInRounds(journal);
    return takeLessons(journal, [...listed.value, ...retired], me.value.id);
  });
}

/** Lessons that are asked for here and that the team lists no more: they may have been retired. */
function listUnlisted({ recallCards }: Journal, listed: readonly Lesson[]): string[] {
  const known = new Set<string>(listed.map(({ id }) => id));
  return recallCards.list().flatMap(({ source, putAwayAt }) => (source.type === 'lesson' && putAwayAt === null && !known.has(source.id) ? [source.id] : []));
}

/** Nothing is to come back after the year I am in has ended; with several, after the last of them. */
function takeProgrammeEnd(journal: Journal, programmes: readonly TeamProgramme[]): void {
  const own = programmes.filter(({ parts, state }) => parts.some((part) => part !== 'lead') && (state === 'running' || state === 'paused'));
  const end = own
    .map(({ endsAt }) => new Date(endsAt).toISOString())
    .sort()
    .at(-1);
  if (end !== undefined) saveProgrammeEnd(journal, end);
}
