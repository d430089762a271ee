/** The changes a finished editing tool of VS Code made, from what the model asked for: a tool that does not fit the file fails. */
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { toPatchText } from '../copilot-cli/to-action.ts';
import { toArguments } from '../copilot-cli/to-arguments.ts';
import { toCopilotEdits, type EditChange } from '../copilot-cli/to-edits.ts';
import { toFields, toList, toText, type Fields } from '../fields.ts';
import { toCreateHunks, toFragmentHunks } from '../to-hunks.ts';

export function toVsCodeEdits(tool: string, input: unknown, diff?: string): readonly EditChange[] {
  const args = toArguments(input);
  const path = toText(args['filePath']);
  switch (tool) {
    case 'create_file': {
      const content = toText(args['content']);
      return path === '' ? [] : [{ path, change: 'create', hunks: toCreateHunks(content), after: content }];
    }
    case 'replace_string_in_file':
      return toReplacements([args]);
    case 'multi_replace_string_in_file':
      return toReplacements(toList(args['replacements']).map(toFields));
    case 'insert_edit_into_file':
      // The code is a sketch ("...existing code..."): which lines it changed is not said.
      return path === '' ? [] : [{ path, change: 'update', hunks: toFragmentHunks('', toText(args['code'])) }];
    case 'edit_notebook_file':
      return path === '' ? [] : [{ path, change: 'update', hunks: toFragmentHunks('', toText(args['newCode'])) }];
    case 'delete_file':
      return path === '' ? [] : [{ path, change: 'delete', hunks: [] }];
    case 'apply_patch':
      return parsePatchEnvelope(toPatchText(input));
    default:
      return toCopilotEdits(tool, input, diff);
  }
}

/** One edit a file, in the order the files are first met. */
function toReplacements(replacements: readonly Fields[]): EditChange[] {
  const hunksByPath = new Map<string, EditChange['hunks']>();
  for (const replacement of replacements) {
    const path = toText(replacement['filePath']);
    const hunks = toFragmentHunks(toText(replacement['oldString']), toText(replacement['newString']));
    if (path !== '') hunksByPath.set(path, [...(hunksByPath.get(path) ?? []), ...hunks]);
  }
  return [...hunksByPath].map(([path, hunks]) => ({ path, change: 'update', hunks }));
}
