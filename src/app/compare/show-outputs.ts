import type { Comparison } from '../../model/comparison.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import type { ShownOutput } from '../../model/team/shared-comparison.ts';
import { readRange } from '../scan-diff/read-range.ts';

/** What each output changes, by its letter and nothing else: no name, no message, no author. */
export async function showOutputs({ repository, base, outputs }: Comparison): Promise<Result<ShownOutput[], Problem>> {
  const shown: ShownOutput[] = [];
  for (const { letter, commit } of outputs) {
    const read = await readRange(repository, `${base}..${commit}`);
    if (!read.ok) return read;
    const lines = read.value.flatMap(({ hunks }) => hunks.flatMap((hunk) => hunk.lines));
    shown.push({
      letter,
      files: read.value.map(({ path, change, hunks }) => ({ path, change, hunks: [...hunks] })),
      added: lines.filter((line) => line[0] === '+').length,
      removed: lines.filter((line) => line[0] === '-').length,
    });
  }
  return ok(shown);
}
