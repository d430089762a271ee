import { expect, test } from 'vitest';
import type { RegisteredRule } from '../rule/registered-rule.ts';
import { selectRules, type Measured } from './select-rules.ts';

const text = { title: 'About', what: '', why: '', whatToDo: '', references: [] };
const register = (id: string): RegisteredRule => ({
  group: 'test',
  rule: { meta: { id, version: 1, kind: 'scope', stage: 'nursery', worth: 1, concepts: [], activities: [] }, find: () => [] },
  text,
});
const rules = ['shown', 'held-back', 'never-measured'].map(register);
const measured: Measured = { shown: { shown: true }, 'held-back': { shown: false } };

const ids = (nursery: boolean): string[] => selectRules(rules, measured, { nursery }).map(({ rule }) => rule.meta.id);

test('only what was measured to be worth it is shown, unless everything is asked for', () => {
  expect(ids(false)).toEqual(['shown']);
  expect(ids(true)).toEqual(['shown', 'held-back', 'never-measured']);
});
