import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { runRounds } from './run-rounds.ts';

let home = '';
const run = (...args: string[]) => runRounds(['scan', ...args], { home });

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds scan diff '));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgSign=false', ...args], {
      cwd: home,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_DIR: undefined },
    });
  git('init', '-q', '-b', 'main');
  writeFileSync(join(home, 'a b.ts'), 'export const one = 1;\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'one');
  writeFileSync(join(home, 'a b.ts'), 'export const one = 1;\nexport function load() {\n  try {\n    read();\n  } catch {}\n}\n');
  git('commit', '-q', '-a', '-m', 'two');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('text is one finding a line, as editors read it', () => {
  const { status, stdout, stderr } = run('--diff', 'HEAD~1..HEAD');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^a b\.ts:5: .+ \[error-silenced\]\n {4}\} catch \{\}\n$|^a b\.ts:5: .+ \[error-silenced\]\n {4}catch \{\}\n$/);
  expect(stderr).toMatch(/^1 finding in 1 changed file, /m);
});

test('ndjson has the names of a moment, and the folder may be another one', () => {
  const { status, stdout } = runRounds(['scan', '--diff', 'HEAD~1..HEAD', '--repo', home, '--format', 'ndjson', '--stats'], { home, cwd: tmpdir() });
  const [finding, stats] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(status).toBe(0);
  expect(finding).toMatchObject({ rule: 'error-silenced', kind: 'error-swallowed', file: 'a b.ts', start: { line: 5 }, end: { line: 5 }, paths: ['a b.ts'] });
  expect(stats).toMatchObject({ stats: { files: 1, findings: 1 } });
});

test('findings end with 1 only where that was asked for', () => {
  expect(run('--diff', 'HEAD~1..HEAD', '--fail-on', 'findings').status).toBe(1);
  expect(run('--diff', 'HEAD..HEAD', '--fail-on', 'findings').status).toBe(0);
});

test.each([
  ['--diff', 'nowhere'],
  ['--diff', 'HEAD~1..HEAD', 'session.jsonl'],
  ['--diff', 'HEAD~1..HEAD', '--sound'],
  ['.', '--fail-on', 'findings'],
])('%s %s %s is wrong usage', (...args) => {
  const { status, stdout, stderr } = run(...args.filter(Boolean));
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).not.toBe('');
});

const message = z.strictObject({ text: z.string().min(1), markdown: z.string().optional() });
const line = z.number().int().min(1);
const location = z.object({
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri: z.string().regex(/^[^\s\\]+$/), uriBaseId: z.string() }),
    region: z.strictObject({ startLine: line, endLine: line }).refine(({ startLine, endLine }) => endLine >= startLine),
  }),
});
const level = z.enum(['none', 'note', 'warning', 'error']);
/** What SARIF 2.1.0 demands of the parts that are used: names, types and bounds, and no others. */
const sarifSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
          rules: z.array(
            z.strictObject({
              id: z.string(),
              shortDescription: message,
              fullDescription: message,
              help: message,
              helpUri: z.url(),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.strictObject({ tags: z.array(z.string()) }),
            }),
          ),
        }),
      }),
      columnKind: z.enum(['utf16CodeUnits', 'unicodeCodePoints']),
      originalUriBaseIds: z.record(z.string(), z.strictObject({ description: message })),
      results: z.array(
        z.strictObject({
          ruleId: z.string(),
          ruleIndex: z.number().int().min(0),
          level,
          message,
          locations: z.array(location).length(1),
          relatedLocations: z.array(location.extend({ id: z.number().int().min(0), message })).optional(),
          partialFingerprints: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)),
          rank: z.number().min(0).max(100),
        }),
      ),
    }),
  ]),
});

test('sarif is what code hosts read', () => {
  const { status, stdout } = run('--diff', 'HEAD~1..HEAD', '--format', 'sarif');
  const [sarif] = sarifSchema.parse(JSON.parse(stdout)).runs;
  expect(status).toBe(0);
  expect(sarif.results).toHaveLength(1);
  const [result] = sarif.results;
  expect(result?.locations[0]?.physicalLocation).toMatchObject({ artifactLocation: { uri: 'a%20b.ts' }, region: { startLine: 5, endLine: 5 } });
  expect(sarif.tool.driver.rules[result?.ruleIndex ?? -1]).toMatchObject({ id: result?.ruleId });
  expect(Object.keys(sarif.originalUriBaseIds)).toEqual([result?.locations[0]?.physicalLocation.artifactLocation.uriBaseId]);
});

test('sarif of nothing is a run with no results', () => {
  expect(sarifSchema.parse(JSON.parse(run('--diff', 'HEAD..HEAD', '--format', 'sarif').stdout)).runs[0].results).toEqual([]);
});
