/** Runs the cases of every rule folder. A rule is right when all its cases are Validated or Reported. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readCode } from '../engine/code/read-code.ts';
import { caseFileSchema } from '../rule/cases/case-file.ts';
import { runFoundCase, runSilentCase, toFacts } from '../rule/cases/run-case.ts';
import { RULES } from './registry.generated.ts';

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: group }) => readdirSync(join(import.meta.dirname, group)).map((name) => `${group}/${name}`));

test('every rule folder is in the registry, and the registry has no other', () => {
  expect(RULES.map(({ group, rule }) => `${group}/${rule.meta.id}`).toSorted()).toEqual(folders.toSorted());
});

describe.each(RULES)('$group/$rule.meta.id', ({ group, rule, text }) => {
  const path = join(import.meta.dirname, group, rule.meta.id, 'cases.yml');
  const cases = caseFileSchema.parse(existsSync(path) ? parse(readFileSync(path, 'utf8')) : {});

  test.each(cases.positive)('positive: $name', (scene) => {
    expect(runFoundCase(rule, scene, readCode)).toBe('Reported');
  });
  test.each([...cases.negative, ...cases['near-miss']])('silent: $name', (scene) => {
    expect(runSilentCase(rule, scene, readCode)).toBe('Validated');
  });
  test('its text promises only what its candidates fill in', () => {
    const named = [...text.title.matchAll(/\{(\w+)\}/g)].map(([, key]) => key);
    const found = cases.positive.flatMap((scene) => [...rule.find(toFacts(scene, readCode))]);
    for (const candidate of found) expect(Object.keys(candidate.params)).toEqual(expect.arrayContaining(named));
  });
});
