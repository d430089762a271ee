/** What Edit and MultiEdit do to a file, as Claude Code does it. */
import { toFields, toList, toText, type Fields } from '../fields.ts';

/** The file after the replacements of a call's input; undefined where one of them does not fit it. */
export function replaceText(before: string, input: Fields): string | undefined {
  let text = before;
  for (const edit of listReplacements(input)) {
    const after = replaceOne(text, toText(edit['old_string']), toText(edit['new_string']), edit['replace_all'] === true);
    if (after === undefined) return undefined;
    text = after;
  }
  return text;
}

/** MultiEdit has a list of what Edit has one of. */
export const listReplacements = (input: Fields): readonly Fields[] => (Array.isArray(input['edits']) ? toList(input['edits']).map(toFields) : [input]);

function replaceOne(text: string, wanted: string, replacement: string, isForAll: boolean): string | undefined {
  // Removing a whole line takes its newline with it.
  const old = replacement === '' && !wanted.endsWith('\n') && text.includes(`${wanted}\n`) ? `${wanted}\n` : wanted;
  if (old === '' || !text.includes(old)) return undefined;
  return isForAll ? text.replaceAll(old, () => replacement) : text.replace(old, () => replacement);
}
