/** Commands that put files back as they were at the last commit: `git checkout -- a.ts`, `git restore .`, `git reset --hard`. */
import { programName } from '../shell/unwrap-command.ts';
import type { FinishedRun } from './collect-runs.ts';
import { gitVerb } from './read-commit.ts';

export type PathMatcher = (path: string) => boolean;

export function readRestores({ run, commands }: FinishedRun): PathMatcher[] {
  if (run.status !== 'passed') return [];
  return commands.flatMap(({ words }) => {
    const matcher = programName(words[0]) === 'git' ? matcherOf(words) : null;
    return matcher === null ? [] : [matcher];
  });
}

function matcherOf(words: readonly string[]): PathMatcher | null {
  const verb = gitVerb(words);
  const rest = words.slice(words.indexOf(verb) + 1);
  if (verb === 'reset') return rest.includes('--hard') ? () => true : null;
  if (verb === 'restore')
    return rest.includes('--staged') && !rest.includes('--worktree') && !rest.includes('-W') ? null : matchPaths(rest.filter((word) => !word.startsWith('-')));
  if (verb !== 'checkout') return null;
  const dashes = rest.indexOf('--');
  if (dashes >= 0) return matchPaths(rest.slice(dashes + 1));
  return rest.length === 1 && rest[0] === '.' ? () => true : null;
}

function matchPaths(paths: readonly string[]): PathMatcher | null {
  if (paths.length === 0) return null;
  if (paths.includes('.')) return () => true;
  const ends = paths.map((path) => path.replace(/^\.\//, '').replace(/\/$/, ''));
  return (path) => ends.some((end) => path === end || path.endsWith(`/${end}`) || path.includes(`${end.startsWith('/') ? '' : '/'}${end}/`));
}
