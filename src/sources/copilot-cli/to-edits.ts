/** The changes a finished editing call of Copilot CLI made: from the diff in its result, else from what the call asked for. */
import type { EventOf } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { toOptionalText, toText, type Fields } from '../fields.ts';
import { parseUnifiedDiff, toCreateHunks, toFragmentHunks } from '../to-hunks.ts';
import { toPatchText } from './to-action.ts';
import { toArguments } from './to-arguments.ts';

export type EditChange = Pick<EventOf<'edit'>, 'path' | 'change' | 'movedTo' | 'hunks' | 'before' | 'after'>;

/** @param diff what the result says was changed; undefined where it does not say */
export function toCopilotEdits(tool: string, input: unknown, diff: string | undefined): EditChange[] {
  if (tool === 'apply_patch' || tool === 'git_apply_patch') return parsePatchEnvelope(toPatchText(input));
  const args = toArguments(input);
  const path = toText(args['path']);
  const command = tool === 'str_replace_editor' ? toText(args['command']) : tool;
  if (path === '') return [];
  if (command === 'create') {
    const content = toText(args['file_text']);
    return [{ path, change: 'create', hunks: toCreateHunks(content), after: content }];
  }
  if (!UPDATES.has(command)) return [];
  const hunks = toDiffHunks(diff) ?? toInputHunks(args);
  return hunks.length === 0 ? [] : [{ path, change: 'update', hunks }];
}

const UPDATES = new Set(['edit', 'str_replace', 'insert']);

function toDiffHunks(diff: string | undefined): EditChange['hunks'] | undefined {
  if (!diff?.includes('\n@@ -')) return undefined;
  // The diff ends in a newline of its own after that of its last line.
  const hunks = parseUnifiedDiff(diff.endsWith('\n\n') ? diff.slice(0, -1) : diff);
  return hunks.length > 0 ? hunks : undefined;
}

function toInputHunks(args: Fields): EditChange['hunks'] {
  const line = typeof args['insert_line'] === 'number' ? args['insert_line'] + 1 : 0;
  return toFragmentHunks(toText(args['old_str']), toOptionalText(args['new_str']) ?? toText(args['insert_text']), line);
}
