import { MOMENT_KINDS } from '../../model/kind.ts';
import type { QuestionBounds } from './question-bounds.ts';
import { listWords, toStem } from './list-words.ts';

/** Parts of kinds' names that any question may use. */
const PLAIN = new Set(['claim', 'test', 'error', 'or', 'human', 'question', 'good', 'practice', 'case', 'accept', 'loop']);

/** Words that say how it ended, or lead the judge there. */
const VERDICTS = [
  'wrong wrongly mistake mistaken bug buggy broken break breaks fail fails failed failing failure incorrect correct correctly right rightly sound unsound flaw',
  'flawed missing forgot forgotten overlooked unproven false falsely hidden hide hides problem problematic issue danger dangerous risky unsafe safe suspicious',
  'premature careless mask masks masked silence silenced really actually later eventually turned regret proper properly improper justified unjustified',
].flatMap((line) => line.split(' '));

const BANNED = new Set([...MOMENT_KINDS.flatMap((kind) => kind.split('-')).filter((word) => !PLAIN.has(word)), ...VERDICTS].map(toStem));

/** Words of titles and concepts that tell nothing. */
const FILLING = new Set(
  'about above after again before being below between could every first later makes might never often other should still than that their them then there these they thing this those under until what when where which while with without would'.split(
    ' ',
  ),
);
const LEAST_LETTERS = 5;

/** The first word that names what the moment was found for or how it ended; what is quoted from what a judge sees may say anything. */
export function findGivenAway(question: string, { visible, found }: Pick<QuestionBounds, 'visible' | 'found'>): string | null {
  const own = question.replaceAll(/“([^”]*)”|"([^"]*)"|`([^`]*)`/g, (whole, ...quoted: unknown[]) => {
    const text = quoted.find((part) => typeof part === 'string' && part !== '');
    return typeof text === 'string' && visible.includes(text) ? ' ' : whole;
  });
  const seen = new Set(listWords(visible).map(toStem));
  const telling = new Set(
    listWords(found.replaceAll('-', ' '))
      .filter((word) => word.length >= LEAST_LETTERS && !FILLING.has(word))
      .map(toStem),
  );
  return (
    listWords(own.replaceAll('-', ' ')).find((word) => {
      const stem = toStem(word);
      return BANNED.has(stem) || (telling.has(stem) && !seen.has(stem));
    }) ?? null
  );
}
