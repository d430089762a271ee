import { listWords } from './list-words.ts';
import type { QuestionBounds } from './question-bounds.ts';

/** So many words in a row are no longer chance. */
const RUN = 4;
/** A plain word of the later evidence that is shorter says too little. */
const LEAST_LETTERS = 5;
/** Names, numbers, paths and codes: what is never chance. */
const TELLING = /\d|[_./$#@:]|\p{Ll}\p{Lu}/u;

/** The first thing in a question that only what came later says; null where there is none. */
export function findLeak(question: string, { visible, withheld, hindsight }: Pick<QuestionBounds, 'visible' | 'withheld' | 'hindsight'>): string | null {
  const [seen, later] = [new Set(listWords(visible)), new Set(listWords(withheld))];
  const evidence = new Set(listWords(hindsight));
  const words = listWords(question);
  for (const word of words) {
    if (seen.has(word)) continue;
    if (evidence.has(word) && word.length >= LEAST_LETTERS) return word;
    if (later.has(word) && TELLING.test(word)) return word;
  }
  return findTellingRaw(question, visible, withheld) ?? findRun(words, toLine(visible), toLine(withheld));
}

/** With capitals, which tell a name from a word: only lowered, `parseTotal` would look like any other. */
function findTellingRaw(question: string, visible: string, withheld: string): string | null {
  const names = question.match(/[\p{L}\p{N}_$]+/gu) ?? [];
  return names.find((name) => TELLING.test(name) && withheld.includes(name) && !visible.includes(name)) ?? null;
}

function findRun(words: readonly string[], visible: string, withheld: string): string | null {
  for (let at = 0; at + RUN <= words.length; at += 1) {
    const run = ` ${words.slice(at, at + RUN).join(' ')} `;
    if (withheld.includes(run) && !visible.includes(run)) return run.trim();
  }
  return null;
}

const toLine = (text: string): string => ` ${listWords(text).join(' ')} `;
