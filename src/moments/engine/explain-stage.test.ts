import { expect, test } from 'vitest';
import { explainStage, type MeasuredStage } from './explain-stage.ts';

const measured: MeasuredStage = {
  stage: 'nursery',
  shown: false,
  read: { right: 1, of: 3 },
  family: 'steps taken',
  familyRead: { right: 11, of: 25 },
  low: 0.3,
};

test('says what a stage rests on, own places and the family', () => {
  expect(explainStage(measured)).toBe(
    'nursery, held back: right in 1 of 3 judged places, rules of its family, “steps taken”, 11 of 25; together at least 0.30',
  );
  expect(explainStage({ ...measured, stage: 'stable', shown: true, diffs: { right: 30, of: 31 } })).toBe(
    'stable: right in 1 of 3 judged places and 30 of 31 in diffs',
  );
});
