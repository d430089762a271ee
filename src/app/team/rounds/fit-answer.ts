import { problem, type Problem } from '../../../model/problem.ts';
import type { SealedAnswer } from '../../../model/team/team-round.ts';
import { whyNotWhole } from '../../../rounds/comparison/check-judgement.ts';
import { whyNotPredicted } from '../../../rounds/deconstruction/score-predictions.ts';
import type { WholeRound } from '../../../store/whole-round.ts';
import { readContent } from '../cases/case-bodies.ts';
import type { SharedApp } from '../team-app.ts';

const ASKED = { judgement: 'a judgement', ranking: 'a ranking of its outputs', predictions: 'what happens without each hunk' } as const;

/** Why this answers nothing that the case asks; null where it does. A pass answers every case. */
export async function whyUnfit(app: Pick<SharedApp, 'keys'>, stored: WholeRound['case'], given: SealedAnswer): Promise<Problem | null> {
  if (given.answer === 'pass') return null;
  if (!stored || stored.forgottenAt !== null) return problem('conflict', 'The case of this round was forgotten.', { next: 'There is nothing left to judge.' });
  const wanted = stored.kind === 'comparison' ? 'ranking' : stored.kind === 'deconstruction' ? 'predictions' : 'judgement';
  if (given.answer !== wanted) return problem('bad-input', `This round asks for ${ASKED[wanted]}.`, { next: 'Reload to see it.' });
  if (given.answer === 'judgement') return null;
  const content = await readContent(app, stored);
  if (!content.ok) return content.problem;
  const { comparison, deconstruction } = content.value;
  if (given.answer === 'ranking' && comparison) {
    return whyNotWhole(
      comparison.outputs.map(({ letter }) => letter),
      given.ranking,
    );
  }
  return given.answer === 'predictions' && deconstruction ? whyNotPredicted(deconstruction, given.predictions) : null;
}
