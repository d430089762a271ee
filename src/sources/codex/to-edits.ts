/** The changes of an applied patch, from what Codex says it did. */
import { parseUnifiedDiff, toCreateHunks, toDeleteHunks } from '../to-hunks.ts';
import type { PatchEdit } from './parse-patch-envelope.ts';
import type { PatchChange } from './records/events/patch-apply-end.ts';

export function toEdits(changes: Readonly<Record<string, PatchChange>>): PatchEdit[] {
  return Object.entries(changes).map(([path, change]) => toEdit(path, change));
}

function toEdit(path: string, { type, unified_diff: diff, move_path: movePath, content }: PatchChange): PatchEdit {
  if (type === 'add') return { path, change: 'create', hunks: toCreateHunks(content ?? ''), before: '', after: content ?? undefined };
  if (type === 'delete') return { path, change: 'delete', hunks: toDeleteHunks(content ?? ''), before: content ?? undefined };
  const hunks = parseUnifiedDiff(diff ?? '');
  return movePath ? { path, change: 'move', movedTo: movePath, hunks } : { path, change: 'update', hunks };
}
