/** How long `rounds search` takes over a journal of several hundred MB of sessions: in a new process each time, and again in one that runs. */
import { runChild } from './measure-child.ts';
import { performance } from 'node:perf_hooks';
import { openApp } from '../../src/app/open-app.ts';
import { readEnvironment } from '../../src/app/read-environment.ts';
import { searchSessions } from '../../src/app/search-sessions.ts';
import type { SearchQuery } from '../../src/model/api/search.ts';

type Question = Omit<SearchQuery, 'limit'>;

const WORDS = ['the', 'a', 'test', 'error', 'file', 'import', 'const', 'config', 'typescript', 'refactor', 'permission', 'deadlock', 'TODO', 'heron'];
const SEVERAL = ['git commit', 'npm test', 'lint error', 'merge conflict', 'flaky timeout', 'yaml schema validation', 'checkpoint session transcript'];
const SIGNS = ['"race condition"', '"all tests pass"', 'deadlock OR "race condition"', 'test -skipped', 'retr*', 'eval*', 'co*'];
const NAMES = ['getUserId', 'package.json', 'src/cli', 'README.md', 'user_id'];
const FILTERED: readonly Question[] = [
  { query: 'fix', kind: 'prompt' },
  { query: 'git', kind: 'command' },
  { query: 'error', kind: 'output' },
  { query: 'test', agent: 'codex' },
  { query: 'test', agent: 'claude-code' },
  { query: 'error', from: '2026-01-01' },
  { query: 'error', to: '2025-12-31' },
];
const QUESTIONS: readonly Question[] = [...[...WORDS, ...SEVERAL, ...SIGNS, ...NAMES].map((query) => ({ query })), ...FILTERED];
const SHOWN = 10;

export interface SearchTimes {
  readonly questions: number;
  /** Milliseconds, in order. */
  readonly newProcess: readonly number[];
  readonly warm: readonly number[];
}

const toArgs = ({ query, ...filters }: Question): string[] => [...Object.entries(filters).map(([name, value]) => `--${name}=${value}`), '--', query];

/** @param home where the journal is; every question is asked once before it is measured */
export function measureSearch(rounds: string, home: string): SearchTimes {
  const ask = (question: Question): number => runChild([rounds, 'search', ...toArgs(question)], { ROUNDS_HOME: home }).ms;
  QUESTIONS.forEach(ask);
  const newProcess = QUESTIONS.map(ask);

  const environment = readEnvironment();
  const opened = openApp({ environment: { ...environment, variables: { ...environment.variables, ROUNDS_HOME: home } } });
  if (!opened.ok) throw new Error(opened.problem.what);
  const app = opened.value;
  const search = (question: Question): number => {
    const started = performance.now();
    const found = searchSessions(app, { ...question, limit: SHOWN });
    if (!found.ok) throw new Error(found.problem.what);
    return performance.now() - started;
  };
  QUESTIONS.forEach(search);
  const warm = QUESTIONS.map(search);
  app.journal.close();
  return { questions: QUESTIONS.length, newProcess: sort(newProcess), warm: sort(warm) };
}

const sort = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The value that so large a share of them does not pass. */
export const quantile = (sorted: readonly number[], share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
