import type { Letter, LetterPart } from './letter.ts';
import { toLine } from './to-line.ts';

/** What programs without HTML show. */
export const toText = ({ parts, unsubscribe }: Letter): string =>
  [...parts.map(toParagraph), ...(unsubscribe ? [`-- \nNo more of these: ${unsubscribe.page}`] : [])].join('\n\n') + '\n';

function toParagraph(part: LetterPart): string {
  if (part.kind === 'link') return `${toLine(part.label)}:\n${part.url}`;
  return part.kind === 'list' ? part.items.map((item) => `- ${toLine(item)}`).join('\n') : toLine(part.text);
}
