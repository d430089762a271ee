import { basename } from 'node:path';
import type { LineSpan, Moment } from '../../src/model/moment.ts';
import { meet } from '../../src/moments/engine/choose-places.ts';
import { isNear, type DecisionLabel } from './gold.ts';

export interface DecisionFigures {
  readonly labels: number;
  /** Of these, those that a moment of their kind hits; and the moments that do. */
  readonly hit: number;
  readonly moments: number;
  readonly overlapping: number;
  readonly withEvidence: number;
  /** Moments that show some of their label's evidence. */
  readonly leaks: readonly Moment[];
}

/** Where the moments that hit a label with a decision stop the tape. */
export function measureDecisions(moments: readonly Moment[], labels: readonly DecisionLabel[]): DecisionFigures {
  const pairs = moments.flatMap((moment) => {
    const label = findNearest(moment, labels);
    return label ? [{ moment, label }] : [];
  });
  const settled = pairs.flatMap(({ moment, label: { evidence } }) => (evidence ? [{ moment, evidence }] : []));
  return {
    labels: labels.length,
    hit: new Set(pairs.map(({ label }) => label)).size,
    moments: pairs.length,
    overlapping: pairs.filter(({ moment, label }) => meet(moment.decision, label.decision)).length,
    withEvidence: settled.length,
    leaks: settled.filter(({ moment, evidence }) => moment.shownUntil >= evidence.start).map(({ moment }) => moment),
  };
}

/** Labels lie over one another where one decision is another's evidence: a moment is judged by the one whose middle is nearest. */
function findNearest({ file, kind, span }: Moment, labels: readonly DecisionLabel[]): DecisionLabel | undefined {
  return labels
    .filter((label) => basename(label.file) === basename(file) && label.kind === kind && isNear(span, label))
    .toSorted((a, b) => Math.abs(toMiddle(a) - toMiddle(span)) - Math.abs(toMiddle(b) - toMiddle(span)))[0];
}

const toMiddle = ({ start, end }: LineSpan): number => (start + end) / 2;
