/** The changes a reply of Aider's model asks for. Whether one was made, only a later "Applied edit to" says. */
import type { Hunk } from '../../model/hunk.ts';
import type { EventOf } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { limitHunks, toCreateHunks, toFragmentHunks } from '../to-hunks.ts';

export interface WantedEdit {
  /** As the reply names the file; Aider prints the same file with the separators of its system. */
  readonly path: string;
  readonly change: EventOf<'edit'>['change'];
  readonly hunks: readonly Hunk[];
  readonly after?: string;
  /** 0-based line of the reply on which the block begins. */
  readonly offset: number;
}

const SEARCH = /^<{5,9} SEARCH>?\s*$/;
const DIVIDER = /^={5,9}\s*$/;
const REPLACE = /^>{5,9} REPLACE\s*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([\w.+-]*)\s*$/;
const OLD_FILE = /^--- (?:a\/)?(.+?)\s*$/;
const NEW_FILE = /^\+\+\+ (?:b\/)?(.+?)\s*$/;

/** @param format Aider's edit format: only `whole` makes a plain fenced block a file */
export function parseEditBlocks(lines: readonly string[], format: string | undefined): WantedEdit[] {
  const text = lines.join('\n');
  const envelope = text.includes('*** Begin Patch') ? parsePatchEnvelope(text) : [];
  const edits = [
    ...envelope.map(({ path, change, hunks, after }) => ({
      path,
      change,
      hunks,
      after,
      offset: Math.max(
        0,
        lines.findIndex((line) => line.startsWith('*** Begin Patch')),
      ),
    })),
    ...parseSearchReplace(lines),
    ...parseUnifiedFences(lines),
    ...(format?.includes('whole') ? parseWholeFiles(lines) : []),
  ];
  return edits.sort((a, b) => a.offset - b.offset);
}

function parseSearchReplace(lines: readonly string[]): WantedEdit[] {
  const edits: WantedEdit[] = [];
  let lastPath = '';
  for (let at = 0; at < lines.length; at += 1) {
    if (!SEARCH.test(lines[at] ?? '')) continue;
    const divider = findFrom(lines, at + 1, DIVIDER);
    const end = divider === -1 ? -1 : findFrom(lines, divider + 1, REPLACE);
    if (end === -1) break;
    const path = findPath(lines, at) ?? lastPath;
    lastPath = path;
    const before = lines.slice(at + 1, divider).join('\n');
    const after = lines.slice(divider + 1, end).join('\n');
    // An empty SEARCH makes a file, or adds to the end of one.
    if (path !== '')
      edits.push({
        path,
        change: before === '' ? 'create' : 'update',
        hunks: before === '' ? toCreateHunks(after) : toFragmentHunks(before, after),
        offset: at,
      });
    at = end;
  }
  return edits;
}

/** Aider looks for the name on the three lines before the block, a fence between them or not. */
function findPath(lines: readonly string[], at: number): string | undefined {
  for (let back = 1; back <= 3 && at - back >= 0; back += 1) {
    const line = lines[at - back] ?? '';
    if (FENCE.test(line)) continue;
    const path = toPath(line);
    if (path !== undefined) return path;
    if (line.trim() !== '') return undefined;
  }
  return undefined;
}

/** A line that is a file's name and nothing else, as models dress it: `**src/a.ts**:`, `# src/a.ts`. */
function toPath(line: string): string | undefined {
  const name = line
    .trim()
    .replace(/^#+\s*/, '')
    .replace(/:$/, '')
    .replace(/^[`*]+|[`*]+$/g, '')
    .trim();
  return name !== '' && name.length <= 300 && !/\s{2}|[<>|"]/.test(name) && /[./\\]|^[A-Z]\w+$/.test(name) && !name.endsWith('.') && name.split(' ').length <= 4
    ? name
    : undefined;
}

/** ```diff fences with `---`, `+++` and `@@ … @@`, whose numbers models leave out. */
function parseUnifiedFences(lines: readonly string[]): WantedEdit[] {
  const edits: WantedEdit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, marks = '', language] = FENCE.exec(lines[at] ?? '') ?? [];
    if (language !== 'diff') continue;
    const end = findFenceEnd(lines, at + 1, marks);
    edits.push(...parseUnified(lines, at + 1, end));
    at = end;
  }
  return edits;
}

function parseUnified(lines: readonly string[], from: number, to: number): WantedEdit[] {
  const files: { path: string; isNew: boolean; hunks: Hunk[]; offset: number }[] = [];
  for (let at = from; at < to; at += 1) {
    const line = lines[at] ?? '';
    const old = OLD_FILE.exec(line)?.[1];
    const named = old === undefined ? undefined : NEW_FILE.exec(lines[at + 1] ?? '')?.[1];
    const file = files.at(-1);
    if (old !== undefined && named !== undefined) {
      files.push({ path: named === '/dev/null' ? old : named, isNew: old === '/dev/null', hunks: [], offset: at });
      at += 1;
    } else if (line.startsWith('@@')) file?.hunks.push({ oldStart: 0, oldLines: 0, newStart: 0, newLines: 0, lines: [] });
    else if (file) addDiffLine(file.hunks, line);
  }
  return files.map(({ path, isNew, hunks, offset }) => ({
    path,
    change: isNew ? 'create' : 'update',
    hunks: limitHunks(hunks.filter(({ lines: changed }) => changed.some((line) => line[0] !== ' '))),
    offset,
  }));
}

function addDiffLine(hunks: Hunk[], line: string): void {
  const mark = line === '' ? ' ' : line[0];
  if (mark !== '+' && mark !== '-' && mark !== ' ') return;
  if (hunks.length === 0) hunks.push({ oldStart: 0, oldLines: 0, newStart: 0, newLines: 0, lines: [] });
  const hunk = hunks.at(-1);
  if (!hunk) return;
  hunk.lines.push(line === '' ? ' ' : line);
  if (mark !== '+') hunk.oldLines += 1;
  if (mark !== '-') hunk.newLines += 1;
}

/** A file's name and then all of it in a fence. Whether it replaced a file is not said: it counts as its creation. */
function parseWholeFiles(lines: readonly string[]): WantedEdit[] {
  const edits: WantedEdit[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const marks = FENCE.exec(lines[at] ?? '')?.[1];
    if (marks === undefined) continue;
    const end = findFenceEnd(lines, at + 1, marks);
    const path = toPath(lines[at - 1] ?? '');
    const content = `${lines.slice(at + 1, end).join('\n')}\n`;
    if (path !== undefined) edits.push({ path, change: 'create', hunks: toCreateHunks(content), after: content, offset: at });
    at = end;
  }
  return edits;
}

function findFenceEnd(lines: readonly string[], from: number, marks: string): number {
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? '').trim();
    if (line.length >= marks.length && line === (marks[0] ?? '').repeat(line.length)) return at;
  }
  return lines.length;
}

function findFrom(lines: readonly string[], from: number, pattern: RegExp): number {
  for (let at = from; at < lines.length; at += 1) if (pattern.test(lines[at] ?? '')) return at;
  return -1;
}
