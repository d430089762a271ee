import { countWords } from './count-words.ts';

/** Shorter sentences are found in many messages. */
const LEAST_WORDS = 5;

/** A person's words without whole sentences of the agent's that they copied to answer them. */
export function dropQuoted(own: string, said: readonly string[]): string {
  if (said.length === 0 || own === '') return own;
  const known = said.map(flatten);
  const kept = own
    .split(/(?<=[.!?:]\s)|(?<=\n)/)
    .filter((sentence) => countWords(sentence) < LEAST_WORDS || !known.some((text) => text.includes(flatten(sentence))));
  return kept.join('').trim();
}

const flatten = (text: string): string => text.replaceAll(/[\s*_`"]+/g, ' ').trim();
