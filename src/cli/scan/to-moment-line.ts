import { explainScore } from '../../app/ranking/explain-score.ts';
import type { ScannedFile } from '../../app/scan-file.ts';
import type { Moment } from '../../model/moment.ts';

type Unit = Extract<ScannedFile, { state: 'read' }>['unit'];

/** One moment as other programs read it: the names of the contract, which never change. */
export function toMomentLine(moment: Moment, unit: Unit, explain: boolean): Record<string, unknown> {
  const {
    id,
    rule,
    kind,
    agent,
    session,
    file,
    span,
    decision,
    shownUntil,
    hindsight,
    evidence,
    rank,
    worth,
    confidence,
    title,
    question,
    concepts,
    activities,
    paths,
    commit,
  } = moment;
  return {
    id,
    rule,
    kind,
    agent,
    session,
    file,
    ...(unit === 'message' ? { unit } : {}),
    start: { line: span.start },
    end: { line: span.end },
    decision,
    shown_until: shownUntil,
    hindsight,
    evidence,
    rank,
    worth,
    confidence,
    title,
    question,
    concepts,
    activities,
    paths,
    ...(commit ? { commit } : {}),
    ...(explain
      ? {
          explain: {
            rule_version: moment.ruleVersion,
            shape: moment.shape,
            minutes: moment.minutes,
            score: moment.score,
            parts: explainScore(moment, null).parts,
            propositions: moment.propositions,
          },
        }
      : {}),
  };
}
