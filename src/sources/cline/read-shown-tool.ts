/** What a tool did, from how the screen showed it. */
import type { Action } from '../../model/event.ts';
import { cutProse } from '../cut-text.ts';
import { toOptionalText, toText, type Fields } from '../fields.ts';
import { parseUnifiedDiff, toCreateHunks } from '../to-hunks.ts';
import { parseSearchReplace } from './parse-search-replace.ts';
import type { EditChange } from './to-edits.ts';

const CHANGES: ReadonlyMap<string, EditChange['change']> = new Map([
  ['newFileCreated', 'create'],
  ['editedExistingFile', 'update'],
  ['appliedDiff', 'update'],
  ['insertContent', 'update'],
  ['searchAndReplace', 'update'],
  ['fileDeleted', 'delete'],
]);

export function toShownAction(shown: Fields): Action {
  const tool = toText(shown['tool']);
  const path = cutProse(toText(shown['path']));
  if (CHANGES.has(tool)) return { type: 'edit', paths: [path] };
  if (/^(?:readFile|list)/.test(tool)) return { type: 'read', path };
  if (/^(?:searchFiles|codebaseSearch)$/.test(tool)) return { type: 'search', query: toText(shown['regex'] ?? shown['query']), path: path || undefined };
  if (/^web(?:Fetch|Search)$/.test(tool)) return { type: 'fetch', target: path || toText(shown['content']) };
  if (tool === 'newTask') return { type: 'delegate', prompt: cutProse(toText(shown['content'])) };
  return { type: 'other', input: cutProse(JSON.stringify(shown)) };
}

export function toShownEdits(shown: Fields): EditChange[] {
  const change = CHANGES.get(toText(shown['tool']));
  const path = toText(shown['path']);
  if (!change || path === '') return [];
  if (change === 'delete') return [{ path, change, hunks: [] }];
  const content = toOptionalText(shown['content']);
  const diff = toOptionalText(shown['diff']);
  if (change === 'create') return [{ path, change, hunks: toCreateHunks(content ?? diff ?? ''), after: content }];
  // One or the other format, by version, in one or the other field.
  const hunks = [diff, content]
    .flatMap((text) => (text === undefined ? [] : [parseSearchReplace(text), parseUnifiedDiff(text)]))
    .find((found) => found.length > 0);
  return hunks ? [{ path, change, hunks }] : [];
}
