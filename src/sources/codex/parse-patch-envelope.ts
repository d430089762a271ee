/** Reads Codex's own patch format ("*** Begin Patch"). It has no line numbers: hunks start at 0, unless they make a file. */
import type { EventOf } from '../../model/event.ts';
import type { Hunk } from '../../model/hunk.ts';
import { limitHunks } from '../to-hunks.ts';

export type PatchEdit = Pick<EventOf<'edit'>, 'path' | 'change' | 'movedTo' | 'hunks' | 'before' | 'after'>;

const BEGIN = '*** Begin Patch';
const FILE_HEAD = /^\*\*\* (Add|Update|Delete) File: (.+)$/;
const MOVE = /^\*\*\* Move to: (.+)$/;
const CHANGES = { Add: 'create', Update: 'update', Delete: 'delete' } as const;

/** The files a text wants to patch, in order; empty where it holds no patch. The text may be a shell command with the patch in it. */
export function parsePatchEnvelope(text: string): PatchEdit[] {
  const begin = text.indexOf(BEGIN);
  if (begin === -1) return [];
  const edits: { path: string; change: PatchEdit['change']; movedTo?: string; hunks: Hunk[] }[] = [];
  for (const raw of text.slice(begin + BEGIN.length).split('\n')) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line.startsWith('*** End Patch')) break;
    const head = FILE_HEAD.exec(line);
    const edit = edits.at(-1);
    if (head) edits.push({ path: (head[2] ?? '').trim(), change: CHANGES[head[1] as keyof typeof CHANGES], hunks: [] });
    else if (edit) readBodyLine(edit, line);
  }
  return edits.map((edit) => ({
    ...edit,
    hunks: limitHunks(edit.hunks.filter((hunk) => hunk.lines.length > 0)),
    after: edit.change === 'create' ? toContent(edit.hunks) : undefined,
  }));
}

function readBodyLine(edit: { change: PatchEdit['change']; movedTo?: string; hunks: Hunk[] }, line: string): void {
  const move = MOVE.exec(line);
  if (move) {
    edit.movedTo = (move[1] ?? '').trim();
    edit.change = 'move';
    return;
  }
  if (line.startsWith('***')) return; // "*** End of File"
  if (line.startsWith('@@')) return void edit.hunks.push({ oldStart: 0, oldLines: 0, newStart: 0, newLines: 0, lines: [] });
  const mark = line[0] ?? ' ';
  if (mark !== '+' && mark !== '-' && mark !== ' ') return;
  if (edit.hunks.length === 0) edit.hunks.push({ oldStart: 0, oldLines: 0, newStart: edit.change === 'create' ? 1 : 0, newLines: 0, lines: [] });
  const hunk = edit.hunks.at(-1);
  if (!hunk) return;
  hunk.lines.push(line === '' ? ' ' : line);
  if (mark !== '+') hunk.oldLines += 1;
  if (mark !== '-') hunk.newLines += 1;
}

const toContent = (hunks: readonly Hunk[]): string =>
  hunks.flatMap((hunk) => hunk.lines.filter((line) => line[0] === '+').map((line) => `${line.slice(1)}\n`)).join('');
