/** The changes a finished editing call made: the diffs OpenCode keeps of them, or the call's own input where it keeps none. */
import type { EventOf } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';
import { parseUnifiedDiff, toCreateHunks, toDeleteHunks, toFragmentHunks } from '../to-hunks.ts';
import type { TurnDiffs } from './turn-diffs.ts';

export type EditChange = Pick<EventOf<'edit'>, 'path' | 'change' | 'movedTo' | 'hunks' | 'before' | 'after'>;

export function toEdits(tool: string, input: Fields, metadata: Fields, turn: Pick<TurnDiffs, 'findWrite'>): EditChange[] {
  return toChanges(tool, input, metadata, turn).filter(({ path, change, hunks }) => path !== '' && (change !== 'update' || hunks.length > 0));
}

function toChanges(tool: string, input: Fields, metadata: Fields, turn: Pick<TurnDiffs, 'findWrite'>): EditChange[] {
  if (tool === 'edit') return [toEdit(input, metadata)];
  if (tool === 'multiedit') return toMultiEdits(input, metadata);
  if (tool === 'write') return [toWrite(input, metadata, turn)];
  if (tool !== 'apply_patch' && tool !== 'patch') return [];
  const files = toList(metadata['files']).map(toFields);
  return files.length > 0 && files.every((file) => 'filePath' in file) ? files.map(toPatched) : parsePatchEnvelope(toText(input['patchText']));
}

function toEdit(input: Fields, metadata: Fields): EditChange {
  const path = toText(input['filePath']);
  const file = toFields(metadata['filediff']);
  const { before, after } = toContents(file);
  const diff = toOptionalText(metadata['diff']) ?? toOptionalText(file['patch']);
  // An empty old text makes the file.
  const change = input['oldString'] === '' && (before === '' || before === undefined) ? 'create' : 'update';
  const hunks = diff === undefined ? toFragmentHunks(toText(input['oldString']), toText(input['newString'])) : parseUnifiedDiff(diff);
  return { path, change, hunks, before, after };
}

/** One result for each of its replacements, in order. */
function toMultiEdits(input: Fields, metadata: Fields): EditChange[] {
  const results = toList(metadata['results']).map(toFields);
  return toList(input['edits']).map((edit, index) => toEdit({ filePath: input['filePath'], ...toFields(edit) }, results[index] ?? {}));
}

/** A write keeps no diff: how a file was that was there, only the turn may tell. */
function toWrite(input: Fields, metadata: Fields, turn: Pick<TurnDiffs, 'findWrite'>): EditChange {
  const after = toText(input['content']);
  const path = toOptionalText(metadata['filepath']) ?? toText(input['filePath']);
  if (metadata['exists'] !== true) return { path, change: 'create', hunks: toCreateHunks(after), before: '', after };
  const diff = toOptionalText(metadata['diff']);
  if (diff !== undefined) return { path, change: 'update', hunks: parseUnifiedDiff(diff), after };
  const told = turn.findWrite(path, after);
  return { path, change: 'update', hunks: told?.hunks ?? toCreateHunks(after), before: told?.before, after };
}

function toPatched(file: Fields): EditChange {
  const path = toText(file['filePath']);
  const { before, after } = toContents(file);
  const diff = toOptionalText(file['patch']) ?? toOptionalText(file['diff']);
  const movedTo = toOptionalText(file['movePath']);
  const type = toText(file['type']);
  if (type === 'add') return { path, change: 'create', hunks: diff === undefined ? toCreateHunks(after ?? '') : parseUnifiedDiff(diff), before: '', after };
  if (type === 'delete') return { path, change: 'delete', hunks: diff === undefined ? toDeleteHunks(before ?? '') : parseUnifiedDiff(diff), before };
  const hunks = diff === undefined ? toFragmentHunks(before ?? '', after ?? '', 1) : parseUnifiedDiff(diff);
  return movedTo === undefined ? { path, change: 'update', hunks, before, after } : { path, change: 'move', movedTo, hunks, before, after };
}

function toContents({ before, after }: Fields): { before: string | undefined; after: string | undefined } {
  return { before: typeof before === 'string' ? before : undefined, after: typeof after === 'string' ? after : undefined };
}
