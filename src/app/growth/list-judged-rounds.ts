import type { Journal } from '../../journal/open-journal.ts';
import { applySettlements } from '../../learning/calibration/apply-settlements.ts';
import { SOUND_KIND } from '../../model/kind.ts';
import type { KeptTeamRound } from '../../model/kept-team-round.ts';
import type { Round, RoundId } from '../../model/round.ts';
import { isRevealed } from '../../rounds/round-progress.ts';
import { ME } from '../rounds/rounds-app.ts';
import type { JudgedRound } from './judged-round.ts';

/** My revealed rounds, alone and for two, with what later things settled of them, oldest first. Those on the demo are left out: they are practice on somebody else's work. */
export function listJudgedRounds(journal: Journal): JudgedRound[] {
  const alone = journal.rounds.list().flatMap((round) => toJudgedAlone(journal, round) ?? []);
  const forTwo = journal.teamRounds.list().flatMap((round) => toJudgedForTwo(round) ?? []);
  const byRound = Map.groupBy(journal.settlements.list(), ({ round }) => round);
  return [...alone, ...forTwo]
    .map((round) => ({ ...round, ...applySettlements(round, byRound.get(round.id) ?? []) }))
    .sort((a, b) => a.revealedAt.localeCompare(b.revealedAt) || a.id.localeCompare(b.id));
}

export function findJudgedRound(journal: Journal, id: RoundId): JudgedRound | null {
  const alone = journal.rounds.get(id);
  if (alone) return toJudgedAlone(journal, alone);
  const forTwo = journal.teamRounds.get(id);
  return forTwo && toJudgedForTwo(forTwo);
}

/** Null before the reveal, on the demo, and where the moment is gone. */
export function toJudgedAlone(journal: Journal, round: Round): JudgedRound | null {
  const moment = journal.moments.get(round.moment)?.moment;
  const session = moment && journal.sessions.get(moment.session);
  if (!moment || !isRevealed(round) || session?.demo) return null;
  const { id, state, debrief, closedAt, revealedAt, createdAt, participants } = round;
  return {
    id,
    forTwo: false,
    occasion: moment.id,
    moment: moment.id,
    question: moment.question,
    concepts: moment.concepts,
    activities: moment.activities,
    propositions: moment.propositions,
    sound: moment.kind === SOUND_KIND,
    context: session?.repository ?? '',
    judgement: participants.find(({ person }) => person === ME)?.sealed?.judgement ?? null,
    revealedAt: revealedAt ?? createdAt,
    closed: state === 'closed' && closedAt && debrief ? { at: closedAt, rule: debrief.generalRule } : null,
    isTalkedOver: false,
  };
}

/** Null once its case was forgotten. */
function toJudgedForTwo({ id, case: of, state, content, revealedAt, closedAt }: KeptTeamRound): JudgedRound | null {
  if (content === null) return null;
  const { moment, question, concepts, activities, propositions, sound, repository, judgement, othersJudged, rule } = content;
  const isClosed = state === 'closed' && closedAt !== null && rule !== null;
  return {
    id,
    forTwo: true,
    occasion: moment ?? of,
    moment,
    question,
    concepts,
    activities,
    propositions,
    sound,
    context: repository ?? '',
    judgement,
    revealedAt,
    closed: isClosed ? { at: closedAt, rule } : null,
    isTalkedOver: isClosed && othersJudged,
  };
}
