import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../model/event.ts';
import type { Probe } from '../../../model/team/probe.ts';
import { describeWaiting } from './describe-probe.ts';
import { findProbeProblems } from './find-probe-problems.ts';
import { groupProbes } from './group-probes.ts';
import { guessFramework, listCasePaths } from './guess-framework.ts';
import { indentLines } from './indent-lines.ts';
import { isSameProbe } from './is-same-probe.ts';
import { toTemplate } from './to-template.ts';

const run = (command: string): SessionEvent => ({ kind: 'call', action: { type: 'run', command } }) as SessionEvent;
const edit = (path: string, lines: string[] = []): SessionEvent =>
  ({ kind: 'edit', path, hunks: [{ oldStart: 1, oldLines: 1, newStart: 1, newLines: 1, lines }] }) as unknown as SessionEvent;

const probe = (id: string, target: string, code: string, createdAt: string): Probe =>
  ({ id, author: 'u1', state: 'pending', createdAt, probe: { target, path: 'probe.sh', code, claim: '' } }) as unknown as Probe;

describe('the framework of a probe', () => {
  it.each([
    [[run('npx vitest run src/queue.test.ts')], 'vitest'],
    [[run('node --experimental-strip-types --test')], 'node:test'],
    [[edit('/w/queue.test.ts', ["+import { test } from 'node:test';"])], 'node:test'],
    [[run('go test ./...')], 'go test'],
    [[edit('/w/app/queue.py')], 'pytest'],
    [[run('make'), edit('/w/Makefile')], 'script'],
  ] as const)('of %j is %s', (shown, framework) => {
    expect(guessFramework({ shown: [...shown], cwd: '/w' })).toBe(framework);
  });

  it('leaves out files that are not of the repository', () => {
    expect(listCasePaths({ shown: [edit('/w/src/a.ts'), edit('/etc/passwd'), edit('src/b.ts')], cwd: '/w' })).toEqual(['src/b.ts', 'src/a.ts']);
  });

  it('gives a test beside the code, never outside the tree', () => {
    expect(toTemplate('vitest', ['src/queue.test.ts', 'src/queue.ts'])).toMatchObject({ path: 'src/probe.test.ts' });
    expect(toTemplate('vitest', ['src/queue.ts']).code).toContain("from './queue.ts'");
    expect(toTemplate('go test', ['store/disk.go']).code).toMatch(/^package store\n/);
    expect(toTemplate('pytest', ['src/app/queue.py']).code).toContain('import app.queue as subject');
  });
});

describe('the place of a probe', () => {
  it('is where the repository keeps its tests, with the ending they have, and reaches the code from there', () => {
    const framed = { shown: [edit('/w/src/deep/queue.ts'), run('npx vitest run tests/unit/queue.spec.ts --silent')], cwd: '/w' };
    const made = toTemplate('vitest', listCasePaths(framed));
    expect(made.path).toBe('tests/unit/probe.spec.ts');
    expect(made.code).toContain("from '../../src/deep/queue.ts'");
    expect(toTemplate('vitest', ['src/a/queue.ts', 'src/a/__tests__/queue.test.tsx'])).toMatchObject({ path: 'src/a/__tests__/probe.test.tsx' });
    expect(toTemplate('vitest', ['src/a/queue.ts', 'src/a/__tests__/queue.test.tsx']).code).toContain("from '../queue.ts'");
    expect(toTemplate('pytest', ['app/queue.py', 'tests/test_queue.py'])).toMatchObject({ path: 'tests/test_probe.py' });
    expect(toTemplate('pytest', ['app/queue.py', 'app/queue_test.py'])).toMatchObject({ path: 'app/probe_test.py' });
  });

  it('takes nothing from a command that is not a test within the repository', () => {
    expect(listCasePaths({ shown: [run('cat /etc/x.test.ts; echo "a.test.ts" && vitest')], cwd: '/w' })).toEqual([]);
  });
});

it('says of a probe whose machine never came back that it began, and waits again', () => {
  const waits = { state: 'pending', startedAt: '2026-03-01T10:00:00.000Z' } as const;
  expect(describeWaiting(waits, { owner: 'Anna', isMine: false })).toContain('Anna’s machine never told how it ended.');
  expect(describeWaiting({ ...waits, startedAt: null }, { owner: 'Anna', isMine: false })).toContain('They may be away');
});

describe('probes of one file', () => {
  it('stand side by side, the agent’s version first, the latest file on top', () => {
    const groups = groupProbes([
      probe('p1', 'fix', 'a', '2026-11-21T10:00:00Z'),
      probe('p2', 'agent', 'a', '2026-11-21T10:00:01Z'),
      probe('p3', 'agent', 'b', '2026-11-21T11:00:00Z'),
    ]);
    expect(groups.map(({ probes }) => probes.map(({ id }) => id))).toEqual([['p3'], ['p2', 'p1']]);
  });

  it('are one each once their code was forgotten', () => {
    expect(groupProbes(['p1', 'p2'].map((id) => ({ ...probe(id, 'agent', 'a', ''), probe: null })))).toHaveLength(2);
  });
});

it.each(['/etc/passwd', '../x.sh', 'a/../../x.sh', 'c:x.sh', 'a\\b.sh'])('refuses %s as the place of a probe', (path) => {
  const written = { path, code: 'exit 0', claim: 'It fails.', patch: '', targets: ['agent'] as const };
  expect(findProbeProblems(written)).toHaveProperty('path');
  expect(findProbeProblems({ ...written, path: 'tests/..x.sh' })).toEqual({});
});

it('takes a probe for another where anything that runs differs', () => {
  const code = { target: 'agent', path: 'probe.sh', code: 'exit 1', claim: 'It fails.' } as const;
  expect(isSameProbe(code, { ...code, claim: 'It holds.' })).toBe(true);
  for (const other of [
    { ...code, code: 'exit 0' },
    { ...code, path: 'x.sh' },
    { ...code, target: 'fix' as const },
    { ...code, patch: 'x' },
  ])
    expect(isSameProbe(code, other)).toBe(false);
  expect(isSameProbe(null, null)).toBe(false);
});

describe('Tab in the editor', () => {
  it('indents where the cursor is, or every chosen line', () => {
    expect(indentLines({ text: 'ab', start: 1, end: 1 }, false)).toEqual({ text: 'a  b', start: 3, end: 3 });
    expect(indentLines({ text: 'a\nb\nc', start: 0, end: 3 }, false)).toEqual({ text: '  a\n  b\nc', start: 0, end: 7 });
  });

  it('takes indentation back', () => {
    expect(indentLines({ text: '  a\n b\nc', start: 0, end: 8 }, true).text).toBe('a\nb\nc');
    expect(indentLines({ text: 'a', start: 1, end: 1 }, true)).toEqual({ text: 'a', start: 1, end: 1 });
  });
});
