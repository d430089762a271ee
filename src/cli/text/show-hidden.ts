/**
 * Text in which nothing is hidden, for code that somebody is asked to let run: characters that move the cursor, reorder, join or
 * show nothing at all stand as their numbers. Line ends and tabs stay.
 */
export function showHidden(text: string): string {
  return text.replaceAll(HIDDEN, (char) => `<U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
}

// Controls, formats, surrogates, private use, unassigned, line and paragraph separators, what is ignored by default (Unicode TR 44),
// blanks that are no space, and the empty Braille pattern.
const HIDDEN = /(?![\n\t ])[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;
