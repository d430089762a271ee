/** What later commits say of a change: that it was taken back, or that its lines had to be mended. Pure: git is read elsewhere. */
import type { Commit } from '../../model/commit.ts';

/** A change as it was decided: added lines by path, relative to the repository's root. */
export type DecidedLines = ReadonlyMap<string, readonly string[]>;

/** Shorter lines, as a brace by itself, stand in every file. */
const LEAST_TELLING = 4;
/** A person may tidy up before committing: most of the lines are enough. A considered proposal. */
const MOST = 0.6;

export const isTelling = (line: string): boolean => line.replaceAll(/[^\p{L}\p{N}_]/gu, '').length >= LEAST_TELLING;

/** Whether the commit brings in most of what was decided, in the files it was decided for. */
export function bringsIn({ files }: Commit, decided: DecidedLines): boolean {
  let [found, all] = [0, 0];
  for (const [path, lines] of decided) {
    const added = new Set(files.filter((file) => file.path === path).flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.added.map((line) => line.trim()))));
    const telling = lines.filter(isTelling);
    all += telling.length;
    found += telling.filter((line) => added.has(line.trim())).length;
  }
  return all > 0 && found / all >= MOST;
}

/** What `git revert` writes into a message. */
const REVERTS = /^This reverts commit ([0-9a-f]{7,64})\b/gm;

/** The commits that a message says it takes back, as they are named there. */
export const listReverted = (body: string): string[] => [...body.matchAll(REVERTS)].map(([, sha = '']) => sha);

/** Whether the second undoes exactly what the first did, whatever its message says. */
export function isInverse(first: Commit, second: Commit): boolean {
  return first.files.length > 0 && toText(first, 'added', 'removed') === toText(second, 'removed', 'added');
}

function toText({ files }: Commit, plus: 'added' | 'removed', minus: 'added' | 'removed'): string {
  const parts = files.map(({ path, hunks }) => JSON.stringify([path, hunks.map((hunk) => [hunk[plus], hunk[minus]])]));
  return parts.sort().join('\n');
}

/** Telling lines of what was decided that a commit removes, by the path they stood in before it. */
export function listRemoved({ files }: Commit, decided: DecidedLines): ReadonlyMap<string, ReadonlySet<string>> {
  const removed = new Map<string, ReadonlySet<string>>();
  for (const { path, from = path, hunks } of files) {
    const lines = decided.get(from) ?? decided.get(path);
    if (!lines) continue;
    const gone = new Set(hunks.flatMap((hunk) => hunk.removed.map((line) => line.trim())));
    const telling = new Set(lines.filter((line) => isTelling(line) && gone.has(line.trim())).map((line) => line.trim()));
    if (telling.size > 0) removed.set(from, telling);
  }
  return removed;
}
