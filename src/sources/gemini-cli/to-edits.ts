/** The change an editing call made. What the screen showed of it is the truth; the call's own arguments only where nothing was shown. */
import type { EventOf } from '../../model/event.ts';
import { toFields, toOptionalText, toText, type Fields } from '../fields.ts';
import { parseUnifiedDiff, toCreateHunks, toFragmentHunks } from '../to-hunks.ts';

export type EditChange = Pick<EventOf<'edit'>, 'path' | 'change' | 'hunks' | 'humanModified' | 'before' | 'after'>;

const EDIT_TOOLS = new Set(['replace', 'edit', 'write_file']);

/** @param said what the model was told of the result */
export function toEdits(tool: string, args: Fields, display: unknown, said: string): EditChange[] {
  if (!EDIT_TOOLS.has(tool)) return [];
  const shown = toFields(display);
  const diff = shown['fileDiff'];
  const edit = typeof diff === 'string' ? toShownEdit(args, shown, diff) : toWantedEdit(tool, args, said);
  return edit.path === '' || (edit.hunks.length === 0 && edit.change === 'update') ? [] : [edit];
}

const toPath = (args: Fields): string => toText(args['file_path']) || toText(args['absolute_path']);

function toShownEdit(args: Fields, shown: Fields, diff: string): EditChange {
  const { originalContent, newContent, isNewFile, filePath, diffStat } = shown;
  const before = typeof originalContent === 'string' ? originalContent : undefined;
  const hunks = parseUnifiedDiff(diff);
  // The fork says nothing of new files: one whose lines all come from nothing is new.
  const isCreated = isNewFile === true || (isNewFile === undefined && !before && hunks.every(({ oldLines }) => oldLines === 0));
  const { user_added_lines: added, user_removed_lines: removed } = toFields(diffStat);
  return {
    path: toOptionalText(filePath) ?? (toPath(args) || toText(shown['fileName'])),
    change: isCreated ? 'create' : 'update',
    hunks,
    humanModified: Number(added ?? 0) + Number(removed ?? 0) > 0 || undefined,
    before: before ?? (isCreated ? '' : undefined),
    after: typeof newContent === 'string' ? newContent : undefined,
  };
}

function toWantedEdit(tool: string, args: Fields, said: string): EditChange {
  const path = toPath(args);
  if (tool !== 'write_file') return { path, change: 'update', hunks: toFragmentHunks(toText(args['old_string']), toText(args['new_string'])) };
  const content = toText(args['content']);
  return { path, change: said.startsWith('Successfully overwrote') ? 'update' : 'create', hunks: toCreateHunks(content), after: content };
}
