/** The committed demo: what may be in it, that it reads, and that Rounds finds in it what it was recorded to show. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scanPaths } from '../../src/app/scan-paths.ts';
import { SOUND_KIND, type MomentKind } from '../../src/model/kind.ts';
import type { Moment } from '../../src/model/moment.ts';
import type { SessionEvent } from '../../src/model/event.ts';
import { readTranscript } from '../../src/sources/read-transcript.ts';
import { loadScenarios } from '../../scripts/record-demo/scenario.ts';

const DEMO = join(import.meta.dirname, '../../examples/demo');
const SESSIONS = join(DEMO, 'sessions');
const MAX_SESSION_BYTES = 400_000;
const MAX_BYTES = 2_000_000;

/** What a scenario's moment may rightly be called: several rules can see the same failure from different sides. */
const FITTING_KINDS: Readonly<Record<string, readonly MomentKind[]>> = {
  'success-claimed-falsely': ['claim-unverified'],
  'inefficient-algorithm': ['performance'],
  'duplicated-logic': ['duplication'],
  'crash-dismissed': ['failure-ignored'],
  'debug-code-left': ['leftover'],
  'works-for-the-tests-only': ['test-weakened', 'test-hollow', 'edge-case', 'design'],
  'race-slept-away': ['race-or-timing'],
  'quick-fix-masks-flaw': ['error-swallowed', 'edge-case', 'design'],
  'correction-of-direction': ['human-correction'],
  'correction-of-assumption': ['human-correction', 'false-assumption'],
  'sound-test-first': [SOUND_KIND],
  'sound-refuses-to-mask': [SOUND_KIND],
  'sound-disputes-wrong-test': [SOUND_KIND],
};

interface DemoSession {
  readonly file: string;
  readonly scenario: string;
  readonly branch: string;
  readonly dayOffset: number;
}
const demo = JSON.parse(readFileSync(join(DEMO, 'demo.json'), 'utf8')) as { lastDay: string; cwd: string; sessions: readonly DemoSession[] };
const textOf = ({ file }: DemoSession): string => readFileSync(join(SESSIONS, file), 'utf8');
const recordsOf = (session: DemoSession): { type: string; timestamp: string; payload: Record<string, unknown> }[] =>
  textOf(session)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

function gitOf(session: DemoSession): { commit_hash: string } {
  const meta = recordsOf(session).find(({ type }) => type === 'session_meta');
  return meta?.payload.git as { commit_hash: string };
}

test('the demo holds one session of each scenario, and nothing else', () => {
  const written = loadScenarios(join(import.meta.dirname, '../../scripts/record-demo/scenarios')).map(({ id }) => id);
  expect(written.toSorted()).toEqual(Object.keys(FITTING_KINDS).toSorted());
  expect(demo.sessions.map(({ scenario }) => scenario).toSorted()).toEqual(written.toSorted());
  expect(readdirSync(SESSIONS).toSorted()).toEqual(demo.sessions.map(({ file }) => file).toSorted());
});

test('the demo is small', () => {
  const sizes = demo.sessions.map(({ file }) => statSync(join(SESSIONS, file)).size);
  expect(Math.max(...sizes)).toBeLessThan(MAX_SESSION_BYTES);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MAX_BYTES);
});

describe.each(demo.sessions)('$scenario', (session) => {
  test('has no path of the machine it was recorded on', () => {
    const elsewhere = textOf(session).match(/(?<![\w.@/])\/(?:root|var|opt|work|srv|mnt|Users|private|usr\/local|home\/(?!you\b))\/[^\s"'\\)]*/g);
    expect(elsewhere).toBeNull();
  });

  test('has no instructions of the agent’s vendor', () => {
    const records = recordsOf(session);
    const instructions = records.flatMap(({ payload }) => ('base_instructions' in payload ? [(payload.base_instructions as { text: string }).text] : []));
    expect(instructions).toEqual(instructions.map(() => 'Answers come from a scripted model that recorded this demo.'));
    expect(records.filter(({ payload }) => payload.role === 'developer' || payload.role === 'system')).toEqual([]);
    expect(records.filter(({ payload }) => typeof payload.encrypted_content === 'string')).toEqual([]);
  });

  test('tells nothing of what it shows by its name', () => {
    expect(session.file).toMatch(/^rollout-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-[0-9a-f-]{36}\.jsonl$/);
  });

  test('lies on its day, in order', () => {
    const instants = recordsOf(session).map(({ timestamp }) => Date.parse(timestamp));
    const day = Date.parse(`${demo.lastDay}T00:00:00Z`) + session.dayOffset * 24 * 60 * 60 * 1000;
    expect(new Date(instants[0] ?? 0).toISOString().slice(0, 10)).toBe(new Date(day).toISOString().slice(0, 10));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(new Date(instants.at(-1) ?? 0).toISOString().slice(0, 10) <= demo.lastDay).toBe(true);
  });

  test('reads without a record that is malformed or unknown', () => {
    const events: SessionEvent[] = [];
    const reading = readTranscript(session.file, [readFileSync(join(SESSIONS, session.file))], (event) => events.push(event));
    const summary = reading.state === 'read' ? reading.sessions[0] : undefined;
    if (reading.state !== 'read' || !summary) throw new Error(`not read: ${JSON.stringify(reading)}`);
    expect(reading.agent).toBe('codex');
    expect(summary.malformed.count).toBe(0);
    expect(summary.unknownRecords).toEqual({});
    expect(summary.session).toMatchObject({ cwd: demo.cwd, branch: session.branch, models: ['scripted-model'] });
    const kinds = events.map(({ kind }) => kind);
    for (const kind of ['prompt', 'reply', 'call', 'result', 'edit'] as const) expect(kinds).toContain(kind);
  });
});

describe('the demo’s repository', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'rounds-demo-')), 'upload service');
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' }).trim();
  beforeAll(() => execFileSync(process.execPath, [join(DEMO, 'build-repository.js'), folder]));
  afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

  test('has the commits that the sessions started from and made', () => {
    const known = new Set(git('log', '--all', '--format=%H').split('\n'));
    for (const session of demo.sessions) {
      const { commit_hash: start } = gitOf(session);
      expect(known).toContain(start);
      const made = textOf(session).matchAll(/\[[a-z]+\/[a-z-]+ ([0-9a-f]{7})\]/g);
      for (const [, hash] of made)
        expect(
          git('rev-list', '--all')
            .split('\n')
            .some((commit) => commit.startsWith(hash ?? '-')),
        ).toBe(true);
      expect(git('rev-list', '--count', `${start}..${session.branch}`)).not.toBe('0');
    }
  });

  test('is by two people, over weeks', () => {
    expect(new Set(git('log', 'main', '--format=%an').split('\n')).size).toBe(2);
    expect(Number(git('rev-list', '--count', 'main'))).toBeGreaterThan(8);
  });
});

describe('moments', () => {
  const momentsByFile = new Map<string, readonly Moment[]>();
  beforeAll(async () => {
    for (const sound of [false, true]) {
      for await (const scanned of scanPaths({ paths: [SESSIONS], sound, nursery: true })) {
        if (scanned.state === 'read') momentsByFile.set(scanned.file, [...(momentsByFile.get(scanned.file) ?? []), ...scanned.moments]);
      }
    }
  });

  for (const { file, scenario } of demo.sessions) {
    test(`${scenario} has one of a fitting kind, with what happened next`, () => {
      const fitting = momentsByFile.get(join(SESSIONS, file))?.filter(({ kind }) => FITTING_KINDS[scenario]?.includes(kind)) ?? [];
      expect(fitting.map(({ kind }) => kind)).not.toEqual([]);
      expect(fitting.some(({ hindsight }) => hindsight.length > 0)).toBe(true);
    });
  }
});
