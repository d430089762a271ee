/** The change of a Cursor edit, from the best of what is kept: whole files, what was asked for, the shown diff, the review's segments. */
import type { EventOf } from '../../model/event.ts';
import type { Hunk } from '../../model/hunk.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';
import { limitHunks, toCreateHunks, toFragmentHunks, toLines } from '../to-hunks.ts';
import type { Found } from './records/bubble.ts';
import { toEditedPath, toPatchText, toToolKind } from './to-action.ts';

export type EditChange = Pick<EventOf<'edit'>, 'path' | 'change' | 'movedTo' | 'hunks' | 'before' | 'after'>;

export interface EditInput {
  readonly tool: string;
  readonly args: Fields;
  readonly raw: unknown;
  readonly result: Fields;
  readonly found: Found | undefined;
}

export function toEdits({ tool, args, raw, result, found }: EditInput): EditChange[] {
  const kind = toToolKind(tool);
  if (kind === 'patch') return parsePatchEnvelope(toPatchText(args, raw));
  const path = toEditedPath(args);
  if (path === '') return [];
  if (kind === 'delete') return [{ path, change: 'delete', hunks: [] }];
  if (found?.after != null) return toWholeFileEdits(path, found.before ?? undefined, found.after);
  if (kind === 'write') {
    const content = toText(args['contents'] ?? args['content']);
    return [{ path, change: 'create', hunks: toCreateHunks(content), after: content }];
  }
  const hunks = [toAskedHunks(args), toShownHunks(result), toSegmentHunks(found), toSketchHunks(args)].find((candidate) => candidate.length > 0);
  return hunks ? [{ path, change: 'update', hunks: limitHunks(hunks) }] : [];
}

function toWholeFileEdits(path: string, before: string | undefined, after: string): EditChange[] {
  if (before === undefined) return [{ path, change: 'create', hunks: toCreateHunks(after), before: '', after }];
  const hunks = toChangedStretch(before, after);
  return hunks.length === 0 ? [] : [{ path, change: 'update', hunks, before, after }];
}

/** One hunk from the first line that differs to the last. */
function toChangedStretch(before: string, after: string): Hunk[] {
  const old = toLines(before);
  const now = toLines(after);
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const removed = old.slice(head, old.length - tail);
  const added = now.slice(head, now.length - tail);
  if (removed.length + added.length === 0) return [];
  // As in a unified diff: a side without lines starts at the line before.
  const hunk = {
    oldStart: removed.length > 0 ? head + 1 : head,
    oldLines: removed.length,
    newStart: added.length > 0 ? head + 1 : head,
    newLines: added.length,
    lines: [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)],
  };
  return limitHunks([hunk]);
}

function toAskedHunks(args: Fields): Hunk[] {
  const edits = Array.isArray(args['edits']) ? toList(args['edits']).map(toFields) : [args];
  return edits.flatMap((edit) => toFragmentHunks(toText(edit['old_string']), toText(edit['new_string'])));
}

/** "- old", "+ new", "  same": a mark and a blank before each line. */
function toShownHunks(result: Fields): Hunk[] {
  return toList(toFields(result['diff'])['chunks']).flatMap((value) => {
    const chunk = toFields(value);
    const lines = toLines(toText(chunk['diffString'])).map((line) => {
      const mark = line[0] === '+' || line[0] === '-' ? line[0] : ' ';
      return mark + (line[1] === ' ' ? line.slice(2) : line.slice(1));
    });
    if (!lines.some((line) => line[0] !== ' ')) return [];
    const start = (name: string): number => (typeof chunk[name] === 'number' ? chunk[name] : 0);
    return [
      {
        oldStart: start('oldStart'),
        oldLines: lines.filter((line) => line[0] !== '+').length,
        newStart: start('newStart'),
        newLines: lines.filter((line) => line[0] !== '-').length,
        lines,
      },
    ];
  });
}

/** The text that went is not kept, so that only what is put in between two lines has a certain place. */
const toSegmentHunks = (found: Found | undefined): Hunk[] =>
  (found?.segments ?? []).flatMap(({ original, modified }) =>
    toFragmentHunks('', modified.join('\n'), original.startLineNumber === original.endLineNumberExclusive ? original.startLineNumber : 0),
  );

/** What the model wrote of the new file, with the rest left out. */
const toSketchHunks = (args: Fields): Hunk[] => toFragmentHunks('', toOptionalText(args['code_edit']) ?? toText(args['streamingContent']));
