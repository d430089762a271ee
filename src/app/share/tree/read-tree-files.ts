/** The files of a state as they lie in the repository, without those that stay on the machine. */
import { isUtf8 } from 'node:buffer';
import type { LeftOut } from '../../../model/api/share.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { MAX_ARCHIVE_BYTES, MAX_TREE_FILES } from '../../../model/team/tree-archive.ts';
import { packTree, type PackedFile } from '../../../probes/tree/pack-tree.ts';
import { listIgnored } from '../../../sources/git/list-ignored.ts';
import { listTreeEntries, type TreeEntry } from '../../../sources/git/list-tree-entries.ts';
import { readObjects } from '../../../sources/git/read-objects.ts';
import { sizeObjects } from '../../../sources/git/size-objects.ts';
import type { CodeState } from './choose-state.ts';
import type { CodePlace } from './find-code.ts';
import { holdsEdit, layEdit, type TreeTexts } from './lay-edit.ts';
import { listNeeded, sortFiles } from './sort-files.ts';

export interface TreeRequest {
  readonly place: CodePlace;
  readonly state: CodeState;
  readonly extent: 'default' | 'whole' | 'touched';
  /** Only these, as git names them. */
  readonly paths: readonly string[] | null;
  /** Files that the case is about. */
  readonly touched: readonly string[];
}

/** A state's files before anything was taken out of them. */
export interface TreeFiles {
  readonly texts: TreeTexts;
  readonly programs: ReadonlySet<string>;
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
  readonly holdsChange: boolean | null;
  /** Files that nobody chose. */
  readonly notChosen: number;
}

/** Larger texts are data. */
const MAX_FILE_BYTES = 2 * 1024 * 1024;
/** More text than this takes minutes to look through for secrets. */
const MAX_WHOLE_BYTES = 24 * 1024 * 1024;

export async function readTreeFiles(request: TreeRequest): Promise<Result<TreeFiles, Problem>> {
  const { place, state, extent, touched } = request;
  const listed = await listTreeEntries(place.root, state.commit);
  if (!listed.ok) return listed;
  // What the session made since is no entry yet.
  const made = state.edits
    .flatMap(({ path, movedTo }) => place.toTreePath(movedTo ?? path) ?? [])
    .filter((path) => !listed.value.some((entry) => entry.path === path));
  const entries: TreeEntry[] = [...listed.value, ...[...new Set(made)].map((path): TreeEntry => ({ path, type: 'file', object: '' }))];
  const ignored = await listIgnored(
    place.root,
    entries.map(({ path }) => path),
  );
  if (!ignored.ok) return ignored;
  const sizes = await sizeObjects(place.root, [...new Set(entries.flatMap(({ object, type }) => (object === '' || type === 'submodule' ? [] : [object])))]);
  if (!sizes.ok) return sizes;
  const read = (paths: readonly string[] | null): Promise<Result<TreeFiles, Problem>> => readChosen(request, entries, ignored.value, sizes.value, paths);
  if (request.paths !== null) return read(request.paths);
  const needed = listNeeded(entries, touched);
  if (extent === 'touched') return read(needed);
  const whole = await read(null);
  if (!whole.ok || extent === 'whole' || isSmall(whole.value.texts)) return whole;
  return read(needed);
}

function isSmall(texts: TreeTexts): boolean {
  const files = [...texts].map(([path, text]): PackedFile => ({ path, mode: '644', bytes: Buffer.from(text) }));
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return files.length <= MAX_TREE_FILES && bytes <= MAX_WHOLE_BYTES && packTree(files).archive.length <= MAX_ARCHIVE_BYTES;
}

async function readChosen(
  { place, state, paths: named }: TreeRequest,
  entries: readonly TreeEntry[],
  ignored: ReadonlySet<string>,
  sizes: ReadonlyMap<string, number>,
  paths: readonly string[] | null,
): Promise<Result<TreeFiles, Problem>> {
  const sorted = sortFiles(entries, { ignored, paths, areNamed: paths !== null && paths === named });
  const leftOut = [...sorted.leftOut];
  const kept = sorted.taken.filter(({ object }) => (sizes.get(object) ?? 0) <= MAX_FILE_BYTES);
  for (const entry of sorted.taken) if (!kept.includes(entry)) leftOut.push({ path: entry.path, why: 'too-large' });
  const texts: TreeTexts = new Map();
  const stored = kept.filter(({ object }) => object !== '');
  let next = 0;
  const read = await readObjects(
    place.root,
    stored.map(({ object }) => object),
    (_, bytes) => {
      const path = stored[next]?.path ?? '';
      next += 1;
      const why = bytes === null ? 'too-large' : isPointer(bytes) ? 'large-file-pointer' : isText(bytes) ? null : 'binary';
      if (why === null && bytes) texts.set(path, bytes.toString('utf8'));
      else leftOut.push({ path, why: why ?? 'binary' });
    },
  );
  if (!read.ok) return read;
  const taken = new Set(kept.map(({ path }) => path));
  const notLaid = layAll(texts, state, place, taken);
  return ok({
    texts,
    programs: new Set(kept.flatMap(({ path, type }) => (type === 'program' ? [path] : []))),
    leftOut: leftOut.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    warnings: notLaid.length === 0 ? [] : [`Edits of the session could not be made again in ${notLaid.join(', ')}: there it is as committed.`],
    holdsChange: state.decided.length === 0 ? null : state.decided.every((edit) => holds(texts, edit, place)),
    notChosen: sorted.notChosen,
  });
}

/** Files in which an edit of the session could not be made; from then on they are left as they are. */
function layAll(texts: TreeTexts, { edits }: CodeState, { toTreePath }: CodePlace, taken: ReadonlySet<string>): string[] {
  const given = new Map(texts);
  const left = new Set<string>();
  for (const edit of edits) {
    const path = toTreePath(edit.path);
    const movedTo = edit.movedTo === undefined ? null : toTreePath(edit.movedTo);
    if (path === null || !taken.has(movedTo ?? path) || left.has(path)) continue;
    if (layEdit(texts, edit, path, movedTo)) continue;
    left.add(path);
    const committed = given.get(path);
    if (committed === undefined) texts.delete(path);
    else texts.set(path, committed);
  }
  return [...left];
}

function holds(texts: TreeTexts, { change, path, movedTo, hunks }: CodeState['decided'][number], { toTreePath }: CodePlace): boolean {
  const inside = toTreePath(movedTo ?? path);
  const text = inside === null ? undefined : texts.get(inside);
  return change === 'delete' ? text === undefined : text !== undefined && holdsEdit(text, hunks);
}

/** As git tells them apart: by a zero byte near the beginning. Text in another encoding could not be looked through for secrets. */
const isText = (bytes: Buffer): boolean => !bytes.subarray(0, 8000).includes(0) && isUtf8(bytes);

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const isPointer = (bytes: Buffer): boolean => bytes.length < 1024 && bytes.toString('latin1').startsWith('version https://git-lfs.github.com/spec/');
