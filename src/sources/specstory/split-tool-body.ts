/** What a tool's Markdown holds: how it was called, and what came of it. Both are lossy: SpecStory writes neither ids nor errors. */
import { trimBlankLines } from '../markdown/gather-text.ts';

export interface ToolBody {
  /** The summary's text without tags. */
  readonly summary: string;
  /** Lines before the output that stand in no fence. */
  readonly words: readonly string[];
  /** Fenced blocks before the output: a command of several lines, a file's content, a diff, with the path named above it. */
  readonly fences: readonly { readonly language: string; readonly text: string; readonly above: string }[];
  readonly output: string;
}

const SUMMARY = /^\s*(?:<details>)?<summary>(.*?)<\/summary>\s*$/;
const FENCE = /^(`{3,})([\w+#.-]*)\s*$/;
const OUTPUT_FENCE = /^`{3,}(?:text)?\s*$/;
const ANSWER = /^\*\*Answer:\*\* ([\s\S]*)$/;

/** @param hasContent the call itself holds a fenced file or diff: its output is the last fence, not the first */
export function splitToolBody(lines: readonly string[], hasContent: boolean): ToolBody {
  const at = lines.findIndex((line) => SUMMARY.test(line));
  const summary = at === -1 ? '' : (SUMMARY.exec(lines[at] ?? '')?.[1] ?? '');
  const body = trimBlankLines(lines.filter((line, index) => index !== at && !(index < 3 && line.trim() === '<details>')));
  const start = findOutput(body, hasContent);
  const { words, fences } = readInput(body.slice(0, start));
  return { summary, words, fences, output: toOutput(body.slice(start)) };
}

/** Index of the line that opens the output; the number of lines where there is none. */
function findOutput(body: readonly string[], hasContent: boolean): number {
  const answer = body.findIndex((line) => line.startsWith('**Answer:**'));
  if (answer !== -1) return answer;
  const last = body.length - 1;
  if (!FENCE.test(body[last] ?? '')) return body.length;
  if (hasContent) {
    // The first fence is the content itself: alone, it means that nothing was printed.
    for (let at = last - 1; at > 0; at -= 1) if (OUTPUT_FENCE.test(body[at] ?? '')) return at;
    return body.length;
  }
  // A command of several lines is fenced with its language; the first fence without one is the output.
  for (let at = 0; at < last; at += 1) {
    const [, marks = '', language = ''] = FENCE.exec(body[at] ?? '') ?? [];
    if (marks === '') continue;
    if (language === '' || language === 'text') return at;
    at = findFenceEnd(body, at, marks);
  }
  return body.length;
}

function readInput(lines: readonly string[]): Pick<ToolBody, 'words' | 'fences'> {
  const words: string[] = [];
  const fences: { language: string; text: string; above: string }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [, marks, language = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (marks === undefined) {
      if ((lines[at] ?? '').trim() !== '') words.push((lines[at] ?? '').trim());
      continue;
    }
    // The input's last fence runs to its end: what it holds may have fences of its own.
    const end = language === 'diff' ? findFenceEnd(lines, at, marks) : findLastFence(lines, at);
    fences.push({ language, text: lines.slice(at + 1, end).join('\n'), above: words.at(-1) ?? '' });
    at = end;
  }
  return { words, fences };
}

function findFenceEnd(lines: readonly string[], from: number, marks: string): number {
  for (let at = from + 1; at < lines.length; at += 1) {
    const [, closing = '', language = ''] = FENCE.exec(lines[at] ?? '') ?? [];
    if (closing.length >= marks.length && language === '') return at;
  }
  return lines.length;
}

function findLastFence(lines: readonly string[], from: number): number {
  for (let at = lines.length - 1; at > from; at -= 1) if (/^`{3,}\s*$/.test(lines[at] ?? '')) return at;
  return lines.length;
}

function toOutput(lines: readonly string[]): string {
  const answer = ANSWER.exec(lines.join('\n'))?.[1];
  if (answer !== undefined) return answer;
  return lines.slice(1, -1).join('\n');
}
