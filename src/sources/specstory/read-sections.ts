/** What stands under "Parameters:", "Additional data:" and "Result:", as JSON: how Cursor's tools are shown that SpecStory has no words for. */
import { toFields, type Fields } from '../fields.ts';

export interface ToolSections {
  /** The call's parameters; todos stand in the result. */
  readonly input: Fields;
  readonly output: string;
}

const HEAD = /^(Parameters|Additional data|Result):\s*$/;
const OPEN = /^`{3,}json\s*$/;
const CLOSE = /^`{3,}\s*$/;

/** Undefined where there are no such sections. */
export function readSections(lines: readonly string[]): ToolSections | undefined {
  const texts = new Map<string, string>();
  for (let at = 0; at < lines.length; at += 1) {
    const head = HEAD.exec(lines[at] ?? '')?.[1];
    if (head === undefined || texts.has(head)) continue;
    const open = lines.findIndex((line, index) => index > at && line.trim() !== '');
    if (!OPEN.test(lines[open] ?? '')) continue;
    // JSON has no bare fence inside: its strings hold no line breaks.
    const close = lines.findIndex((line, index) => index > open && CLOSE.test(line));
    texts.set(head, lines.slice(open + 1, close === -1 ? lines.length : close).join('\n'));
    at = close === -1 ? lines.length : close;
  }
  if (texts.size === 0) return undefined;
  const output = texts.get('Result') ?? '';
  const { finalTodos } = parseFields(output);
  return { input: { ...(finalTodos === undefined ? {} : { todos: finalTodos }), ...parseFields(texts.get('Parameters')) }, output };
}

function parseFields(text: string | undefined): Fields {
  try {
    return toFields(JSON.parse(text ?? '{}'));
  } catch {
    return {}; // cut short by SpecStory
  }
}
