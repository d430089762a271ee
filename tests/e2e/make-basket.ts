/** A repository whose tests run with Node alone, and a session in which an agent changed it and was later corrected. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSession } from '../contract/server/write-session.ts';

export interface Basket {
  readonly repository: string;
  /** The transcript, as the agent wrote it. */
  readonly transcript: string;
}

const MEAN = 'export const mean = (prices) => {\n  const sum = prices.reduce((a, b) => a + b, 0);\n  return sum / prices.length;\n};\n';
const TEST =
  "import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport { mean } from './mean.js';\n\ntest('of two prices', () => {\n  assert.equal(mean([1, 3]), 2);\n});\n";

// Today offers what is recent.
const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

/** `folder` must exist. What the agent decided lies uncommitted in the work tree; a later commit mends it. */
export function makeBasket(folder: string): Basket {
  const repository = join(folder, 'basket');
  mkdirSync(join(repository, 'src'), { recursive: true });
  const write = (path: string, text: string): void => writeFileSync(join(repository, path), text);
  const commit = (message: string, at: string): void => {
    const env = { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
    execFileSync('git', ['add', '.'], { cwd: repository });
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', 'commit', '-qm', message], { cwd: repository, env });
  };
  execFileSync('git', ['init', '-q'], { cwd: repository });
  write('package.json', '{ "name": "basket", "private": true, "type": "module", "scripts": { "test": "node --test" } }\n');
  write('src/mean.js', MEAN);
  write('src/mean.test.js', TEST);
  commit('Start', hoursAgo(48));

  const transcript = join(folder, 'session.jsonl');
  const fixed = MEAN.replace('return sum / prices.length;', 'return prices.length === 0 ? 0 : sum / prices.length;');
  writeSession(transcript, {
    id: 'basket',
    cwd: repository,
    startedAt: hoursAgo(2),
    steps: [
      { prompt: 'The mean price of an empty basket is NaN on the page. Please fix it, and check it with node --test.' },
      { run: 'node --test', prints: '# tests 1\n# pass 1\n# fail 0' },
      { edit: 'src/mean.js', from: '  return sum / prices.length;', to: '  return prices.length === 0 ? 0 : sum / prices.length;' },
      { say: 'Fixed: an empty basket has a mean of 0 now, and all tests pass.' },
      { prompt: 'No, that is wrong: an empty basket has no mean, and 0 makes the discount a free order. It must raise an error.' },
      { say: 'You are right, I was wrong about that.' },
    ],
  });
  write('src/mean.js', fixed);
  commit('Mean of an empty basket', hoursAgo(1.5));
  write(
    'src/mean.js',
    fixed
      .replace('prices.length === 0 ? 0 : sum / prices.length;', 'sum / prices.length;')
      .replace('{\n', "{\n  if (prices.length === 0) throw new RangeError('an empty basket has no mean');\n"),
  );
  commit('An empty basket has no mean', hoursAgo(1));
  return { repository, transcript: readFileSync(transcript, 'utf8') };
}
