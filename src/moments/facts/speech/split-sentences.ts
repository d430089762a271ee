import { isWide, toMatchText } from '../match-text.ts';

/** Sentences of an agent's message in plain words: code blocks, tables, quotes and Markdown marks taken out. */
export interface Sentence {
  readonly text: string;
  /** As expressions are matched against it. */
  readonly lower: string;
  /** A heading or a label that ends with a colon. */
  readonly heading: boolean;
}

const LONGEST_READ = 16_000;
const LONGEST_SENTENCE = 600;
const MOST_SENTENCES = 200;

export function splitSentences(message: string): Sentence[] {
  const sentences: Sentence[] = [];
  const wide = isWide(message);
  let fenced = false;
  for (const raw of message.slice(0, LONGEST_READ).split('\n')) {
    const line = raw.trim();
    if (line.startsWith('```') || line.startsWith('~~~')) {
      fenced = !fenced;
      continue;
    }
    if (!fenced && TICKED_ROW.test(line)) addLine(toRowText(line), wide, sentences);
    if (fenced || line === '' || line.startsWith('|') || line.startsWith('>') || line.startsWith('<')) continue;
    addLine(line, wide, sentences);
    if (sentences.length >= MOST_SENTENCES) break;
  }
  return sentences;
}

/** Tables compare and list; a row with a tick says that something was done or holds. */
const TICKED_ROW = /^\|.*[✅✓☑✔].*\|$/u;
const toRowText = (row: string): string =>
  row
    .replace(/[✅✓☑✔]\uFE0F?/gu, '')
    .split('|')
    .map((cell) => cell.trim())
    .filter(Boolean)
    .join(' ');

function addLine(line: string, wide: boolean, sentences: Sentence[]): void {
  const heading = line.startsWith('#');
  const plain = withoutMarks(line);
  for (const part of SEVERAL.test(plain) ? plain.split(SENTENCE_END) : [plain]) {
    const text = part.trim();
    if (text.length > 2 && text.length <= LONGEST_SENTENCE && /[A-Za-z]{2}/.test(text))
      sentences.push({ text, lower: toMatchText(text, wide), heading: heading || (text.endsWith(':') && text.length < 60) });
  }
}

/** Cheap: whether the line may hold more than one sentence. */
const SEVERAL = /[.!?…]["')\]`]?\s/;
const SENTENCE_END = /(?<=[.!?…]["')\]`]?)\s+(?=[A-Z"'`(✓✅🎉\d])/u;

function withoutMarks(line: string): string {
  const unmarked = /^[#*+•\d-]/.test(line) ? line.replace(/^(?:#{1,6}|[-*+•]|\d{1,3}[.)])\s+/, '').replace(/^\[[ xX]\]\s+/, '') : line;
  return unmarked.includes('**') || unmarked.includes('__') ? unmarked.replaceAll('**', '').replaceAll('__', '') : unmarked;
}
