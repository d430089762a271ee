import { expect, test } from 'vitest';
import type { RegisteredRule } from '../rule/registered-rule.ts';
import type { RuleMeta } from '../rule/rule.ts';
import { selectRules, type Measured } from './select-rules.ts';

const text = { title: 'About', what: '', why: '', whatToDo: '', references: [] };
const register = (id: string, stage: RuleMeta['stage']): RegisteredRule => ({
  group: 'test',
  rule: { meta: { id, version: 1, kind: 'scope', stage, worth: 1, concepts: [], activities: [] }, find: () => [] },
  text,
});
const rules = [
  register('stable', 'stable'),
  register('new', 'nursery'),
  register('good', 'nursery'),
  register('bad', 'nursery'),
  register('scarce', 'nursery'),
];
const measured: Measured = { stable: { right: 0, of: 30 }, good: { right: 3, of: 10 }, bad: { right: 1, of: 10 }, scarce: { right: 0, of: 2 } };

const ids = (nursery: boolean): string[] => selectRules(rules, measured, { nursery }).map(({ rule }) => rule.meta.id);

test('nursery rules that were measured to be mostly wrong do not run unless asked for', () => {
  expect(ids(false)).toEqual(['stable', 'new', 'good', 'scarce']);
  expect(ids(true)).toHaveLength(5);
});
