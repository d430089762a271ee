/** The text of a tool's result: a string, or the tree that VS Code's prompts are made of (type 1 has children, type 2 is text). */
import { toFields, toList, toText } from '../fields.ts';

const NODES_READ = 20_000;

export function readResultText(result: unknown): string {
  return toList(toFields(result)['content'])
    .map((part) => {
      const { value } = toFields(part);
      return typeof value === 'string' ? value : readTree(toFields(value)['node']);
    })
    .join('\n');
}

function readTree(root: unknown): string {
  let text = '';
  const waiting: unknown[] = [root];
  for (let read = 0; waiting.length > 0 && read < NODES_READ; read += 1) {
    const node = toFields(waiting.pop());
    if (node['lineBreakBefore'] === true && text !== '' && !text.endsWith('\n')) text += '\n';
    if (node['type'] === 2) text += toText(node['text']);
    else waiting.push(...toList(node['children']).toReversed());
  }
  return text;
}
