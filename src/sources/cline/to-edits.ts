/** The changes a finished editing call of Cline, Roo or Kilo made, from what it asked for and what the result says of the file. */
import type { EventOf } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { toText, type Fields } from '../fields.ts';
import { toCreateHunks, toFragmentHunks } from '../to-hunks.ts';
import { parseSearchReplace } from './parse-search-replace.ts';
import { toEditedPaths, toFileParts, toPatchText } from './to-action.ts';

export type EditChange = Pick<EventOf<'edit'>, 'path' | 'change' | 'movedTo' | 'hunks' | 'humanModified' | 'before' | 'after'>;

const FINAL_CONTENT = /<final_file_content path="([^"\n]*)">(?:\r?\n){0,2}/;
const FINAL_END = '</final_file_content>';
const HUMAN_MODIFIED = /^The user made the following updates to your content/m;

export function toEdits(tool: string, input: Fields, said: string): EditChange[] {
  const edits = toAskedEdits(tool, input);
  const final = takeFinalContent(said);
  const humanModified = HUMAN_MODIFIED.test(said) || undefined;
  return edits.map((edit) => ({ ...edit, humanModified, after: final?.path === edit.path ? final.content : edit.after }));
}

/** The whole file after the call, where the result holds it. */
function takeFinalContent(said: string): { path: string; content: string } | undefined {
  const open = FINAL_CONTENT.exec(said);
  if (!open) return undefined;
  const from = open.index + open[0].length;
  const close = said.indexOf(FINAL_END, from);
  return close === -1 ? undefined : { path: open[1] ?? '', content: said.slice(from, close).replace(/\n\n$/, '\n') };
}

function toAskedEdits(tool: string, input: Fields): EditChange[] {
  if (tool === 'apply_patch') return parsePatchEnvelope(toPatchText(input));
  const [path = ''] = toEditedPaths(tool, input);
  if (path === '') return [];
  switch (tool) {
    case 'write_to_file':
    case 'new_rule': {
      // Whether the file was there before is not said, and it counts as its creation.
      const content = toText(input['content']);
      return [{ path, change: 'create', hunks: toCreateHunks(content), after: content }];
    }
    case 'replace_in_file':
    case 'apply_diff':
      return toDiffEdits(path, input);
    case 'insert_content':
      return toUpdate(path, toFragmentHunks('', toText(input['content'] ?? input['operations']), Number(input['line']) || 0));
    case 'search_and_replace':
    case 'search_replace':
    case 'edit_file':
    case 'edit':
      return toUpdate(
        path,
        toFragmentHunks(toText(input['old_string'] ?? input['search']), toText(input['new_string'] ?? input['replace'] ?? input['code_edit'])),
      );
    case 'delete_file':
      return [{ path, change: 'delete', hunks: [] }];
    default:
      return [];
  }
}

function toDiffEdits(path: string, input: Fields): EditChange[] {
  const diff = toText(input['diff']);
  if (diff !== '') return toUpdate(path, parseSearchReplace(diff));
  return toFileParts(input).flatMap((part) => toUpdate(part.path, parseSearchReplace(part.body)));
}

const toUpdate = (path: string, hunks: EditChange['hunks']): EditChange[] => (hunks.length === 0 ? [] : [{ path, change: 'update', hunks }]);
