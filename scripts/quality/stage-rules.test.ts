import { expect, test } from 'vitest';
import type { RegisteredRule } from '../../src/moments/rule/registered-rule.ts';
import { stageRules, type RuleEvidence } from './stage-rules.ts';

const register = (id: string, group: string): RegisteredRule => ({
  group,
  rule: { meta: { id, version: 1, kind: 'scope', stage: 'nursery', worth: 1, concepts: [], activities: [] }, find: () => [] },
  text: { title: '', what: '', why: '', whatToDo: '', references: [] },
});
const read = (right: number, of: number): RuleEvidence => ({ read: { right, of }, diffs: { right: 0, of: 0 } });
const stage = (evidence: Record<string, RuleEvidence>, group = 'claims') =>
  stageRules(
    Object.keys(evidence).map((id) => register(id, group)),
    evidence,
  );

test('stable from twenty places of its own, right in more than half', () => {
  const { enough, few, wrong } = stage({ enough: read(12, 20), few: read(19, 19), wrong: read(10, 20) });
  expect([enough?.stage, few?.stage, wrong?.stage]).toEqual(['stable', 'nursery', 'nursery']);
});

test('a rule without places of its own is shown where its family was judged and is mostly right', () => {
  expect(stage({ others: read(17, 20), own: read(0, 0) }).own).toMatchObject({ stage: 'nursery', shown: true, familyRead: { right: 17, of: 20 } });
  expect(stage({ others: read(11, 20), own: read(0, 0) }).own?.shown).toBe(false);
  expect(stage({ others: read(18, 18), own: read(0, 0) }).own?.shown).toBe(false);
});

test('own places move a rule away from its family', () => {
  const { good, bad } = stage({ others: read(12, 20), good: read(7, 7), bad: read(0, 3) });
  expect([good?.shown, bad?.shown]).toEqual([true, false]);
});

test('diffs vouch for a rule, but not against what readers said of it', () => {
  const diffs = { right: 60, of: 60 };
  const { alone, refuted } = stage({ alone: { ...read(0, 0), diffs }, refuted: { ...read(1, 4), diffs } }, 'security');
  expect(alone).toMatchObject({ stage: 'stable', shown: true });
  expect(refuted).toMatchObject({ stage: 'nursery', shown: false });
});
