import type { Letter, LetterPart } from './letter.ts';
import { toLine } from './to-line.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => toLine(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const STYLE = 'font-family: system-ui, sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em';

/** The same words with links to press. No image, no style sheet, nothing from anywhere else. */
export const toHtml = ({ subject, parts, unsubscribe }: Letter): string =>
  [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escape(subject)}</title></head><body style="${STYLE}">`,
    ...parts.map(toParagraph),
    ...(unsubscribe ? [`<p><small><a href="${escape(unsubscribe.page)}">No more of these</a></small></p>`] : []),
    '</body></html>',
  ].join('\n');

function toParagraph(part: LetterPart): string {
  if (part.kind === 'link') return `<p><a href="${escape(part.url)}">${escape(part.label)}</a></p>`;
  return part.kind === 'list' ? `<ul>${part.items.map((item) => `<li>${escape(item)}</li>`).join('')}</ul>` : `<p>${escape(part.text)}</p>`;
}
