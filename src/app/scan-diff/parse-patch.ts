/**
 * Files and hunks of a patch as git, diff or an editor wrote it. A hunk ends where its own counts say, so that a line of code
 * that looks like a header is none. Binary files, links, submodules and changes of mode alone hold no lines to look at.
 */
import type { Hunk } from '../../model/hunk.ts';
import { unquotePath } from '../../sources/git/unquote-path.ts';
import type { ChangedFile } from './changed-file.ts';

interface OpenFile {
  old: string | null;
  now: string | null;
  change: ChangedFile['change'];
  isText: boolean;
  objects: { before: string | null; after: string | null };
  hunks: Hunk[];
}

const HUNK_HEAD = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
/** A merge compared with all its parents: one range and one column of signs for each of them. */
const COMBINED_HEAD = /^(@{3,})((?: -\d+(?:,\d+)?)+) \+(\d+)(?:,(\d+))? \1/;
const NO_FILE = '/dev/null';
/** Modes of a link and of a submodule. */
const NO_TEXT_MODE = /\b(?:120000|160000)$/;

/** @returns null where nothing in the text is a diff */
export function parsePatch(text: string): ChangedFile[] | null {
  const lines = text.split('\n');
  const files: OpenFile[] = [];
  let open: OpenFile | undefined;
  const begin = (): OpenFile => {
    open = { old: null, now: null, change: 'update', isText: true, objects: { before: null, after: null }, hunks: [] };
    files.push(open);
    return open;
  };

  for (let at = 0; at < lines.length;) {
    const line = (lines[at] as string).replace(/\r$/, '');
    const hunk = open && (readHunk(lines, at) ?? readCombinedHunk(lines, at));
    if (open && hunk) {
      open.hunks.push(hunk.hunk);
      at = hunk.next;
      continue;
    }
    if (/^diff --(?:git|cc|combined) /.test(line)) begin().now = toNamed(line);
    else if (line.startsWith('--- ') && lines[at + 1]?.startsWith('+++ ')) {
      if (!open || open.hunks.length > 0 || open.old !== null) begin();
      const file = open as unknown as OpenFile;
      const [old, now] = [toPath(line), toPath((lines[at + 1] as string).replace(/\r$/, ''))];
      if (old === NO_FILE) file.change = 'create';
      if (now === NO_FILE) file.change = 'delete';
      [file.old, file.now] = withoutPrefixes(old, now);
      at += 1;
    } else if (open) readHeader(open, line);
    at += 1;
  }
  if (files.length === 0 && text.trim() !== '') return null;
  return files.flatMap(toChangedFile);
}

function readHeader(file: OpenFile, line: string): void {
  const [, key, value = ''] = /^(new file mode|deleted file mode|new mode|rename to|copy to|index|Binary files|GIT binary patch)(?: (.*))?$/.exec(line) ?? [];
  if (key === 'new file mode') file.change = 'create';
  else if (key === 'deleted file mode') file.change = 'delete';
  else if (key === 'rename to') [file.change, file.now] = ['move', unquotePath(value)];
  else if (key === 'copy to') [file.change, file.now] = ['create', unquotePath(value)];
  else if (key === 'index') {
    const [, before = null, after = null] = /^([0-9a-f]+)\.\.([0-9a-f]+)/.exec(value) ?? [];
    file.objects = { before: toObject(before), after: toObject(after) };
  } else if (key === 'Binary files' || key === 'GIT binary patch') file.isText = false;
  if (/mode$|^index$/.test(key ?? '') && NO_TEXT_MODE.test(value)) file.isText = false;
}

const toObject = (id: string | null): string | null => (id === null || /^0+$/.test(id) ? null : id);

/** The name of `diff --cc PATH` or of `diff --git a/PATH b/PATH`, where both sides are the same; else the lines below tell it. */
function toNamed(line: string): string | null {
  const named = /^diff --(?:cc|combined) (.+)$/.exec(line)?.[1];
  if (named !== undefined) return unquotePath(named);
  const [, old, now] = /^diff --git "?a\/(.+?)"? "?b\/(.+?)"?$/.exec(line) ?? [];
  return old !== undefined && old === now ? old : null;
}

/** What follows `--- ` or `+++ `: quoted by git, or followed by a tab and a time. */
function toPath(line: string): string {
  const name = line.slice(4);
  return name.startsWith('"') ? unquotePath(name.replace(/"\t.*$/, '"')) : (name.split('\t', 1)[0] ?? '');
}

/** Git writes `a/` and `b/` in front, or other letters where the person's settings say so, or nothing. */
function withoutPrefixes(old: string, now: string): [string | null, string | null] {
  const hasPrefixes = [old, now].every((path) => path === NO_FILE || /^[abciow12]\//.test(path)) && old.slice(0, 2) !== now.slice(0, 2);
  const strip = (path: string): string | null => (path === NO_FILE ? null : hasPrefixes ? path.slice(2) : path);
  return [strip(old), strip(now)];
}

function toChangedFile({ old, now, change, isText, objects, hunks }: OpenFile): ChangedFile[] {
  const path = now ?? old;
  return path === null || path === '' || !isText || hunks.length === 0 ? [] : [{ path, change, objects, hunks }];
}

interface ReadHunk {
  readonly hunk: Hunk;
  /** Index of the first line after it. */
  readonly next: number;
}

function readHunk(lines: readonly string[], at: number): ReadHunk | null {
  const head = HUNK_HEAD.exec(lines[at] as string);
  if (!head) return null;
  const hunk: Hunk = { oldStart: Number(head[1]), oldLines: Number(head[2] ?? 1), newStart: Number(head[3]), newLines: Number(head[4] ?? 1), lines: [] };
  let { oldLines, newLines } = hunk;
  let next = at + 1;
  for (; next < lines.length && (oldLines > 0 || newLines > 0); next += 1) {
    const line = lines[next] as string;
    const sign = line === '' || line === '\r' ? ' ' : line[0];
    if (sign === '\\') continue;
    if (sign !== ' ' && sign !== '+' && sign !== '-') break;
    if (sign !== '+') oldLines -= 1;
    if (sign !== '-') newLines -= 1;
    hunk.lines.push(line === '' || line === '\r' ? ' ' : line);
  }
  return { hunk, next };
}

/** Of a merge only what none of its parents had is new, and only what all of them had is gone. */
function readCombinedHunk(lines: readonly string[], at: number): ReadHunk | null {
  const head = COMBINED_HEAD.exec(lines[at] as string);
  if (!head) return null;
  const parents = (head[1] as string).length - 1;
  const kept: string[] = [];
  let left = Number(head[4] ?? 1);
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next] as string;
    const signs = line.slice(0, parents);
    if (line.startsWith('\\')) continue;
    if (!/^[ +-]*$/.test(signs) || (line === '' && left === 0) || line.startsWith('@@')) break;
    const isGone = signs.includes('-');
    if (!isGone && left === 0) break;
    if (!isGone) left -= 1;
    const sign = signs === '+'.repeat(parents) ? '+' : signs === '-'.repeat(parents) ? '-' : ' ';
    if (!isGone || sign === '-') kept.push(sign + line.slice(parents));
  }
  const newStart = Number(head[3]);
  const count = (signs: string): number => kept.filter((line) => signs.includes(line[0] as string)).length;
  return { hunk: { oldStart: newStart, oldLines: count(' -'), newStart, newLines: count(' +'), lines: kept }, next };
}
