import { createHash } from 'node:crypto';
import { splitHunk } from '../../rounds/deconstruction/split-hunk.ts';
import { takeOutHunk } from '../../rounds/deconstruction/take-out-hunk.ts';
import { MOST_CHANGED_LINES, type ReadFix } from './find-fixes.ts';
import { isRunning } from './is-running.ts';

/** One change of a commit left out, the others kept: what a half-done change looks like. */
export interface CommitPart {
  readonly path: string;
  readonly broken: string;
  readonly fixed: string;
}

/** Blank lines and imports alone change nothing that a test could mind. */
const IDLE = /^.\s*(?:$|\/\/|#|\*|\/\*|import\b|from\b.*\bimport\b|use\b)/;

/** All of them, in an order that has nothing to do with where they stand. */
export function listParts({ product }: Pick<ReadFix, 'product'>, under: string): CommitPart[] {
  return product
    .filter(({ path }) => path.startsWith(under))
    .flatMap(({ path, after, hunks }) =>
      hunks.flatMap(splitHunk).flatMap((hunk) => {
        const changed = hunk.lines.filter((line) => line[0] === '+' || line[0] === '-');
        if (changed.length > MOST_CHANGED_LINES || changed.every((line) => IDLE.test(line))) return [];
        const broken = takeOutHunk(after, hunk);
        return broken === null || !isRunning({ path, before: broken, after }) ? [] : [{ path, broken, fixed: after }];
      }),
    )
    .map((part) => ({ part, order: createHash('sha256').update(part.broken).digest('hex') }))
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ part }) => part);
}
