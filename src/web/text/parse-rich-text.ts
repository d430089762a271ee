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

/** A block, and the line after it. */
interface Read {
  readonly block: Block;
  readonly next: number;
}

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
function readFence(lines: readonly string[], start: number, mark: string): Read {
  const closing = lines.findIndex((line, index) => index > start && line.trimStart().startsWith(mark));
  const end = closing === -1 ? lines.length : closing;
  return { block: { type: 'fence', text: lines.slice(start + 1, end).join('\n') }, next: end + 1 };
}

function readList(lines: readonly string[], start: number, first: RegExpExecArray): Read {
  const ordered = first[2] !== undefined;
  const items = [first[3] ?? ''];
  let next = start + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next] ?? '';
    const item = ITEM.exec(line);
    if (item && (item[2] !== undefined) === ordered) items.push(item[3] ?? '');
    else if (!item && /^\s+\S/.test(line) && !FENCE.test(line)) items.push(`${items.pop() ?? ''}\n${line.trim()}`);
    else break;
  }
  return { block: { type: 'list', ordered, start: ordered ? Number(first[2]) : 1, items: items.map(parseInlines) }, next };
}

const endsParagraph = (line: string): boolean => line.trim() === '' || FENCE.test(line) || HEADING.test(line) || ITEM.test(line);

function readParagraph(lines: readonly string[], start: number): Read {
  const found = lines.findIndex((line, index) => index > start && endsParagraph(line));
  const next = found === -1 ? lines.length : found;
  return { block: { type: 'paragraph', inlines: parseInlines(lines.slice(start, next).join('\n')) }, next };
}

function readBlock(lines: readonly string[], at: number): Read {
  const line = lines[at] ?? '';
  const fence = FENCE.exec(line)?.[1];
  if (fence !== undefined) return readFence(lines, at, fence);
  const item = ITEM.exec(line);
  if (item) return readList(lines, at, item);
  const heading = HEADING.exec(line)?.[1];
  return heading === undefined ? readParagraph(lines, at) : { block: { type: 'heading', inlines: parseInlines(heading) }, next: at + 1 };
}

/** Never fails: what is not understood is a paragraph. */
export function parseRichText(text: string): Block[] {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    if (lines[at]?.trim() === '') {
      at += 1;
      continue;
    }
    const { block, next } = readBlock(lines, at);
    blocks.push(block);
    at = next;
  }
  return blocks;
}
