/**
 * What a whole turn changed, which OpenCode keeps beside the person's message: by it a file that one call wrote anew is known
 * as it was before, of which the call itself says nothing.
 */
import type { Hunk } from '../../model/hunk.ts';
import { toFields, toList, toText } from '../fields.ts';
import { parseUnifiedDiff, toFragmentHunks } from '../to-hunks.ts';

export interface WrittenAnew {
  readonly hunks: Hunk[];
  readonly before: string | undefined;
}

export interface TurnDiffs {
  /** @param summary of the message that began the turn */
  readonly begin: (summary: unknown) => void;
  readonly addEdit: (path: string) => void;
  /** Undefined where the turn changed the file in other calls too: its diff is then not this call's alone. */
  readonly findWrite: (path: string, after: string) => WrittenAnew | undefined;
}

export function createTurnDiffs(): TurnDiffs {
  let diffs: readonly unknown[] = [];
  const edited = new Set<string>();

  function findWrite(path: string, after: string): WrittenAnew | undefined {
    if (edited.has(path)) return undefined;
    const diff = diffs.map(toFields).find(({ file }) => isSameFile(path, toText(file)));
    if (!diff) return undefined;
    const { before, patch } = diff;
    if (typeof before === 'string' && diff['after'] === after) return { hunks: toFragmentHunks(before, after, 1), before };
    const hunks = typeof patch === 'string' ? parseUnifiedDiff(patch) : [];
    return hunks.length > 0 && hunks.every((hunk) => leadsTo(hunk, after.split('\n'))) ? { hunks, before: undefined } : undefined;
  }

  return {
    begin(summary) {
      diffs = toList(toFields(summary)['diffs']);
      edited.clear();
    },
    addEdit: (path) => void edited.add(path),
    findWrite,
  };
}

/** The turn names files from the root of the repository, calls by their whole path. */
const isSameFile = (path: string, file: string): boolean => file !== '' && (path === file || path.replaceAll('\\', '/').endsWith(`/${file}`));

function leadsTo({ newStart, lines }: Hunk, after: readonly string[]): boolean {
  const kept = lines.filter((line) => line[0] !== '-');
  return kept.every((line, index) => after[newStart - 1 + index] === line.slice(1));
}
