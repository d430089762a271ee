import { readerAnswerSchema, type ReaderAnswer } from './second-reader.ts';

/** The one object in a model's words, also between fences or sentences; null where none fits what was asked for. */
export function parseAnswer(words: string): ReaderAnswer | null {
  for (let start = words.indexOf('{'); start !== -1; start = words.indexOf('{', start + 1)) {
    const end = findEnd(words, start);
    if (end === -1) return null;
    const answer = readerAnswerSchema.safeParse(parseObject(words.slice(start, end)));
    if (answer.success) return answer.data;
    start = end - 1;
  }
  return null;
}

/** Where the object that begins at `start` ends; -1 where it does not. */
function findEnd(text: string, start: number): number {
  let depth = 0;
  let isString = false;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (isString) {
      if (char === '\\') at += 1;
      else if (char === '"') isString = false;
    } else if (char === '"') isString = true;
    else if (char === '{') depth += 1;
    else if (char === '}' && (depth -= 1) === 0) return at + 1;
  }
  return -1;
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
