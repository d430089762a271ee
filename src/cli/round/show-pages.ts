import type { Terminal } from '../terminal.ts';
import type { Conversation } from './create-conversation.ts';

/** Rows left for the question under a page. */
const MARGIN = 2;

/** Prints lines a screen at a time; `q` ends it early. */
export async function showPages(lines: readonly string[], terminal: Pick<Terminal, 'print' | 'height' | 'style'>, { ask }: Conversation): Promise<void> {
  const page = Math.max(4, terminal.height - MARGIN);
  for (let from = 0; from < lines.length; from += page) {
    for (const line of lines.slice(from, from + page)) terminal.print(line);
    const left = lines.length - from - page;
    if (left > 0 && /^q/i.test(await ask(`-- ${left} more: Enter goes on, q stops -- `))) return;
  }
}
