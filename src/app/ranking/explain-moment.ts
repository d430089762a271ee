import type { Explanation } from '../../model/api/ranking.ts';
import type { Moment, MomentId } from '../../model/moment.ts';
import type { Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { App } from '../app.ts';
import { noSuchMoment } from '../show-moment.ts';
import { createWeigher } from './create-weigher.ts';
import { explainScore } from './explain-score.ts';

/** Names what the moment was found for: shown only to who asks for it. */
export interface ExplainedMoment extends Pick<Moment, 'kind' | 'rule' | 'ruleVersion'> {
  readonly explanation: Explanation;
}

/** Which rule found a moment and how its rank came about, as things stand now. */
export function explainMoment({ journal }: Pick<App, 'journal'>, id: MomentId): Result<ExplainedMoment, Problem> {
  const read = journal.attempt(() => {
    const moment = journal.moments.get(id)?.moment;
    return moment ? toExplained(moment, createWeigher(journal)) : null;
  });
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noSuchMoment(id));
}

export function toExplained(moment: Moment, weigh: ReturnType<typeof createWeigher>): ExplainedMoment {
  const { kind, rule, ruleVersion } = moment;
  return { kind, rule, ruleVersion, explanation: explainScore(moment, weigh(moment).standing) };
}
