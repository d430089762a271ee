import type { Journal } from '../../../journal/open-journal.ts';
import type { KeptTeamRound } from '../../../model/kept-team-round.ts';
import type { Probe } from '../../../model/team/probe.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';

/**
 * A revealed round for two as its participant keeps it: my own answer, what the reveal says of the case, and no word of anybody else.
 * Null before the reveal, and where the round asks for something else than a judgement.
 */
export function toKeptRound(journal: Journal, host: string, round: TeamRound, probes: readonly Probe[]): KeptTeamRound | null {
  const { id, state, me, case: of, answers, outcome, debriefs, revealedAt, closedAt } = round;
  if (revealedAt === null || of.kind !== 'moment') return null;
  const kept = { id, host, case: of.id, state, revealedAt: toInstant(revealedAt), closedAt: closedAt && toInstant(closedAt) };
  if (of.forgottenAt !== null) return { ...kept, content: null };
  if (!outcome || !of.content) return null;
  const judged = answers?.filter(({ judgement }) => judgement !== null) ?? [];
  return {
    ...kept,
    content: {
      moment: of.owner === me ? findOwnMoment(journal, of.id) : null,
      question: of.content.question,
      repository: of.content.repository,
      sound: outcome.sound,
      concepts: outcome.concepts,
      activities: outcome.activities,
      propositions: outcome.propositions,
      judgement: judged.find(({ person }) => person === me)?.judgement ?? null,
      othersJudged: judged.some(({ person }) => person !== me),
      rule: debriefs.at(-1)?.debrief.generalRule ?? null,
      probes: probes.flatMap(({ probe, result, endedAt }) =>
        probe && result && endedAt ? [{ claim: probe.claim, target: probe.target, finding: result.finding, at: toInstant(endedAt) }] : [],
      ),
    },
  };
}

const toInstant = (at: string): string => new Date(at).toISOString();

/** Outside, moments have other names: the sharing log knows which of mine it was. */
const findOwnMoment = (journal: Journal, id: string) => journal.sharedCases.findByCase(id)[0]?.content?.moment ?? null;
