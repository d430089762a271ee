/**
 * The small part of Markdown that agents' replies and our rule texts use: paragraphs, headings, lists, fences, inline code,
 * bold. Everything else, links and HTML among it, stays the text it is. The result is data; nothing here makes markup.
 */
export interface Inline {
  readonly style: 'plain' | 'code' | 'strong';
  readonly text: string;
}

export type Block =
  | { readonly type: 'paragraph' | 'heading'; readonly inlines: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: 'fence'; readonly text: string };

const INLINE = /(`+)([^`](?:.*?[^`])?)\1(?!`)|\*\*([^*\s](?:[^*]*[^*\s])?)\*\*/gs;
const FENCE = /^ {0,3}(```+|~~~+)/;
const HEADING = /^ {0,3}#{1,6}\s+(.*)$/;
const ITEM = /^\s*(?:([-*+])|(\d{1,6})[.)])\s+(.*)$/;

export function parseInlines(text: string): Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > from) inlines.push({ style: 'plain', text: text.slice(from, match.index) });
    inlines.push(match[2] === undefined ? { style: 'strong', text: match[3] ?? '' } : { style: 'code', text: match[2] });
    from = match.index + match[0].length;
  }
  if (from < text.length) inlines.push({ style: 'plain', text: text.slice(from) });
  return inlines;
}

/** A fence that is never closed runs to the end, as it does on the agent's own screen. */
function readFence(lines: readonly string[], start: number, mark: string): { readonly block: Block; readonly next: number } {
  let end = start + 1;
  while (end < lines.length && !lines[end]!.trimStart().startsWith(mark)) end += 1;
  return { block: { type: 'fence', text: lines.slice(start + 1, end).join('\n') }, next: end + 1 };
}

function readList(lines: readonly string[], start: number): { readonly block: Block; readonly next: number } {
  const first = ITEM.exec(lines[start]!)!;
  const ordered = first[2] !== undefined;
  const items: string[] = [];
  let at = start;
  for (; at < lines.length; at += 1) {
    const line = lines[at]!;
    const item = ITEM.exec(line);
    if (item && (item[2] !== undefined) === ordered) items.push(item[3] ?? '');
    else if (!item && /^\s+\S/.test(line) && !FENCE.test(line)) items[items.length - 1] += `\n${line.trim()}`;
    else break;
  }
  return { block: { type: 'list', ordered, start: ordered ? Number(first[2]) : 1, items: items.map(parseInlines) }, next: at };
}

/** Never fails: what is not understood is a paragraph. */
export function parseRichText(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at]!;
    const fence = FENCE.exec(line);
    const heading = HEADING.exec(line);
    if (line.trim() === '') at += 1;
    else if (fence || ITEM.test(line)) {
      const { block, next } = fence ? readFence(lines, at, fence[1]!) : readList(lines, at);
      blocks.push(block);
      at = next;
    } else if (heading) {
      blocks.push({ type: 'heading', inlines: parseInlines(heading[1]!) });
      at += 1;
    } else {
      let end = at + 1;
      while (end < lines.length && lines[end]!.trim() !== '' && !FENCE.test(lines[end]!) && !HEADING.test(lines[end]!) && !ITEM.test(lines[end]!)) end += 1;
      blocks.push({ type: 'paragraph', inlines: parseInlines(lines.slice(at, end).join('\n')) });
      at = end;
    }
  }
  return blocks;
}
