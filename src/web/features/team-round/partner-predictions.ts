/** Who lived through a case predicts what the others will say, because they know what the world said. */
import type { Verdict } from '../../../model/judgement.ts';
import type { TeamRound } from '../../../model/team/team-round.ts';

const SAYINGS: Readonly<Record<Exclude<Verdict, 'unsure'>, (name: string) => string>> = {
  accept: (name) => `${name} accepts it as it is.`,
  change: (name) => `${name} wants a change first.`,
  reject: (name) => `${name} rejects it.`,
};
const SAID = ['accept', 'change', 'reject'] as const;

type Other = Pick<TeamRound['participants'][number], 'person' | 'name'>;

export const listPredictions = (others: readonly Other[]): readonly { readonly id: string; readonly text: string }[] =>
  others.flatMap(({ person, name }) => SAID.map((verdict) => ({ id: `${person}-${verdict}`, text: SAYINGS[verdict](name) })));

/** Whether what was predicted about somebody came true; null where it is about nobody, or they passed. */
export function settlePrediction(text: string, { participants, answers }: Pick<TeamRound, 'participants' | 'answers'>): boolean | null {
  for (const { person, name } of participants) {
    const predicted = SAID.find((verdict) => SAYINGS[verdict](name) === text);
    if (predicted === undefined) continue;
    const judgement = answers?.find((answer) => answer.person === person)?.judgement;
    return judgement ? judgement.verdict === predicted : null;
  }
  return null;
}
