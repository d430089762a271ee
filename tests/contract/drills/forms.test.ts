/** Held-out forms and drills for somebody else, on a real repository with enough slips in it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRunningAgents } from '../../../src/app/drills/find-running-agents.ts';
import type { Mining } from '../../../src/app/drills/mine-drills.ts';
import type { BlindDrill, DrillList } from '../../../src/model/api/drills.ts';
import { findSandbox } from '../../../src/probes/sandbox/find-sandbox.ts';
import { makeRepository, type TestRepository } from '../cli/make-repository.ts';

const sandbox = await findSandbox();
let here: TestRepository;
const drill = (...args: string[]) => here.rounds(['drill', '--repo', here.root, ...args], { timeout: 150_000 });
const parsed = <T>(...args: string[]): T => {
  const { stdout, stderr } = drill(...args, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as T;
};

/** Of one shape, in files of their own, so that all their slips are alike. */
const COUNT = 8;
const dayFromNow = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.skipIf(sandbox.kind === 'none')('forms', { timeout: 180_000 }, () => {
  beforeAll(() => {
    here = makeRepository();
    const files = Array.from({ length: COUNT }, (_, at) => [
      [`src/at${at}.js`, `export const isAbove${at} = (n) => {\n  return n > ${at + 10};\n};\n`],
      [
        `test/at${at}.test.js`,
        `import { test } from 'node:test';\nimport assert from 'node:assert';\nimport { isAbove${at} } from '../src/at${at}.js';\ntest('above ${at}', () => assert.equal(isAbove${at}(${at + 10}), false));\n`,
      ],
    ]).flat();
    here.commit('begin', { 'package.json': '{"type":"module","scripts":{"test":"node --test"}}', ...Object.fromEntries(files) });
    const { mutations } = parsed<Mining>('--mine', String(COUNT), '--only', 'mutations');
    expect(mutations.verified).toBe(COUNT);
  }, 180_000);
  afterAll(() => here.remove());

  test('are like each other, and it is said that they are small', () => {
    const { forms, practiceLeft } = parsed<DrillList>('--list');
    expect(forms).toMatchObject({ size: 1, alike: 1, areFixed: false, familyDifference: 0, bandDifference: 0, due: null });
    expect(forms.tooSmall).toContain('not 1. So few say next to nothing. 8 drills are known, and 64 are needed');
    expect(practiceLeft).toBe(COUNT - 4);
  });

  test('are drawn in their month alone, once, without help, and the others wait', () => {
    expect(drill('--form').stderr).toContain('--year-start');
    expect(drill('--year-start', '2026-02-30').stderr).toContain('is no day');
    expect(parsed<DrillList>('--year-start', dayFromNow(-10)).forms.due).toBe('0');
    const { stderr, status } = drill('--form', '3');
    expect(stderr).toContain('Form 3 is for');
    expect(status).toBe(2);
    const sighting = findRunningAgents([here.root], { variables: {}, platform: process.platform });
    if (!sighting.canSee || sighting.agents.length > 0) return process.stderr.write('Forms were not drawn: an agent may be at work here.\n');
    const one = parsed<BlindDrill>('--form');
    expect(one).toMatchObject({ form: '0', unaided: true });
    expect(drill('--form').stderr).toContain('You have seen all 1 drills of form 0');
    expect(parsed<DrillList>('--list').forms).toMatchObject({ areFixed: true, size: 1 });
    // A pause: the year begins later, and what is held out stays.
    expect(parsed<DrillList>('--year-start', dayFromNow(-100)).forms).toMatchObject({ areFixed: true, due: '3' });
    expect(drill('--form', '0').stderr).toContain('is past');
    const later = parsed<BlindDrill>('--form');
    expect(later.form).toBe('3');
    expect(later.id).not.toBe(one.id);
  });

  test('a drill goes to somebody else without its answer in plain sight, and is tried there before it is kept', () => {
    const { id } = parsed<BlindDrill>();
    const file = join(here.home, 'drill.json');
    expect(drill('export', id, '--out', file).stdout).toContain('not encrypted');
    expect(drill('export', id, '--out', file).stderr).toContain('such a file already');
    const text = readFileSync(file, 'utf8');
    for (const secret of ['boundary-off-by-one', 'above ', '"fixed"', 'mutation', here.root]) expect(text).not.toContain(secret);
    const other = makeRepository();
    try {
      const elsewhere = join(other.home, 'clone');
      execFileSync('git', ['clone', '-q', here.root, elsewhere]);
      const take = (name: string, repo = elsewhere) => other.rounds(['drill', 'import', name, '--repo', repo]);
      expect(take(file).stdout).toContain('fails its hidden test here, too');
      expect(take(file).stderr).toContain('already');
      const list = JSON.parse(other.rounds(['drill', '--repo', elsewhere, '--list', '--json']).stdout) as DrillList;
      expect(list.drills.map((drillThere) => drillThere.id)).toEqual([id]);
      other.commit('something else', { 'a.txt': 'a' });
      expect(take(file, other.root).stderr).toContain('does not have the code');
      const damaged = join(other.home, 'damaged.json');
      writeFileSync(damaged, text.replace(/"packed": "..../, '"packed": "AAAA'));
      expect(take(damaged).stderr).toContain('holds no drill');
    } finally {
      other.remove();
    }
  });

  test('one that is held out goes to nobody', () => {
    const { drills } = parsed<DrillList>('--list');
    const words = drills.filter(({ state }) => state === 'unseen').map(({ id }) => drill('export', id, '--out', join(here.home, `${id}.json`)).stderr);
    expect(words.some((one) => one.includes('held out'))).toBe(true);
  });
});
