/**
 * A lesson is text of a person, and a file for agents is instructions: nothing in a lesson may end its own section, begin
 * another, or be there unseen.
 */

/** Controls but tab and line end, zero-width and direction marks, and the tag characters that spell invisible words. */
// oxlint-disable-next-line no-control-regex -- they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
const LINE_END = /\r\n|[\r\u0085\u2028\u2029\v\f]/g;

const clean = (text: string): string =>
  text
    .replaceAll(LINE_END, '\n')
    .replaceAll(UNSEEN, '')
    .replaceAll('\t', '  ')
    .replaceAll('<', String.raw`\<`);

/** As one line of prose that starts no heading, list, quotation or rule. */
export function toLine(text: string): string {
  const line = clean(text).replaceAll(/\s+/g, ' ').trim();
  return line.replace(/^(?:[#>+\-*=~`|]|\d+[.)])/, (start) => (/^\d/.test(start) ? start.replace(/[.)]/, String.raw`\$&`) : `\\${start}`));
}

/** As a quotation: every line of it is marked, so that a fence, a heading or a marker in it stays inside. */
export function toQuotation(text: string, indent = ''): string {
  return clean(text)
    .trim()
    .split('\n')
    .map((line) => `${indent}> ${line}`.trimEnd())
    .join('\n');
}
