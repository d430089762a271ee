import { expect, test } from 'vitest';
import type { Moment } from '../../src/model/moment.ts';
import { measureDecisions } from './decisions.ts';
import type { DecisionLabel } from './gold.ts';

const at = (start: number, end: number = start) => ({ start, end });
const label = (span: [number, number], decision: [number, number], evidence: [number, number] | null): DecisionLabel => ({
  file: 'a/one.jsonl',
  kind: 'scope',
  ...at(...span),
  decision: at(...decision),
  shown_until: decision[1],
  evidence: evidence && at(...evidence),
});
const moment = (line: number, shownUntil = line): Moment =>
  ({ file: 'b/one.jsonl', kind: 'scope', span: at(line), decision: at(line), shownUntil }) as unknown as Moment;

test('a moment that shows the evidence leaks', () => {
  const labels = [label([10, 20], [10, 11], [18, 20])];
  expect(measureDecisions([moment(10, 18)], labels).leaks).toHaveLength(1);
  expect(measureDecisions([moment(10, 17)], labels)).toMatchObject({ hit: 1, moments: 1, overlapping: 1, withEvidence: 1, leaks: [] });
});

test('where labels lie over one another, a moment is judged by the nearer one', () => {
  const labels = [label([10, 22], [10, 11], [12, 15]), label([18, 26], [20, 21], [24, 26])];
  expect(measureDecisions([moment(21)], labels)).toMatchObject({ hit: 1, overlapping: 1, leaks: [] });
});

test('a moment of another kind or file hits nothing', () => {
  const labels = [label([10, 20], [10, 11], null)];
  expect(
    measureDecisions(
      [
        { ...moment(10), kind: 'design' },
        { ...moment(10), file: 'b/two.jsonl' },
      ],
      labels,
    ),
  ).toMatchObject({ hit: 0, moments: 0 });
});
