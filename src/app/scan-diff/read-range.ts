import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { languageOfFile } from '../../moments/facts/edits/file-language.ts';
import { readObjects } from '../../sources/git/read-objects.ts';
import { runGit } from '../../sources/git/run-git.ts';
import { sizeObjects } from '../../sources/git/size-objects.ts';
import type { ChangedFile } from './changed-file.ts';
import { parsePatch } from './parse-patch.ts';

/** Longer texts are data: nothing in them is parsed, and their hunks say enough. */
const MOST_BYTES = 512 * 1024;
/** What a person's settings could change is said again. */
const PATCH = ['-p', '-U3', '--inter-hunk-context=0', '-M', '--full-index', '--no-relative', '--no-ext-diff', '--no-textconv', '--no-color'];

/** Files that differ between two commits, with their whole texts: two processes of git and one more for the sizes. */
export async function readRange(folder: string, range: string): Promise<Result<ChangedFile[], Problem>> {
  const printed = await runGit(folder, ['diff', ...PATCH, '--src-prefix=a/', '--dst-prefix=b/', '--end-of-options', range, '--']);
  if (!printed.ok) return printed;
  const files = parsePatch(printed.value) ?? [];
  const wanted = files.filter(({ path }) => languageOfFile(path) !== null);
  const ids = [...new Set(wanted.flatMap(({ objects }) => [objects.before, objects.after]).filter((id) => id !== null))];
  if (ids.length === 0) return ok(files);
  const sizes = await sizeObjects(folder, ids);
  if (!sizes.ok) return sizes;
  const textById = new Map<string, string>();
  const small = ids.filter((id) => (sizes.value.get(id) ?? Infinity) <= MOST_BYTES);
  const read = await readObjects(folder, small, (id, bytes) => bytes && textById.set(id, bytes.toString('utf8')));
  if (!read.ok) return read;
  const toText = (id: string | null): string | undefined => (id === null ? undefined : textById.get(id));
  return ok(
    files.map((file) => {
      const before = toText(file.objects.before);
      const after = toText(file.objects.after);
      return { ...file, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    }),
  );
}
