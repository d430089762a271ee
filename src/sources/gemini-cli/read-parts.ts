/** The parts of a message as the Gemini interface has them: texts, thoughts, media, calls and their responses. */
import { toFields, toList, toText, type Fields } from '../fields.ts';

export interface FunctionCall {
  readonly id: string;
  readonly name: string;
  readonly args: Fields;
}

export interface MessageParts {
  readonly text: string;
  readonly thoughts: readonly string[];
  readonly images: number;
  readonly calls: readonly FunctionCall[];
  readonly hasResponse: boolean;
}

/** @param content a text, one part, or a list of both */
export function readParts(content: unknown): MessageParts {
  const texts: string[] = [];
  const thoughts: string[] = [];
  const calls: FunctionCall[] = [];
  let images = 0;
  let hasResponse = false;
  for (const item of Array.isArray(content) ? content : [content]) {
    const part = typeof item === 'string' ? { text: item } : toFields(item);
    if (typeof part['text'] === 'string') (part['thought'] === true ? thoughts : texts).push(part['text']);
    if ('inlineData' in part || 'fileData' in part) images += 1;
    if ('functionResponse' in part) hasResponse = true;
    if ('functionCall' in part) {
      const { id, name, args } = toFields(part['functionCall']);
      calls.push({ id: toText(id), name: toText(name), args: toFields(args) });
    }
  }
  return { text: texts.join('\n'), thoughts, images, calls, hasResponse };
}

/** What a tool answered the model, from the parts of its responses. */
export function readResponse(parts: unknown): { readonly text: string; readonly isError: boolean } {
  const texts: string[] = [];
  let isError = false;
  for (const item of toList(parts)) {
    const part = toFields(item);
    const response = toFields(toFields(part['functionResponse'])['response']);
    if ('error' in response) isError = true;
    const said = response['output'] ?? response['error'] ?? part['text'];
    if (said !== undefined) texts.push(toText(said));
    else if ('inlineData' in part || 'fileData' in part) texts.push('[media]');
  }
  return { text: texts.join('\n'), isError };
}
