import type { Candidate, LineText, ReaderAnswer, Reading } from '../second-reader.ts';
import { checkQuestion } from './check-question.ts';
import type { QuestionBounds } from './question-bounds.ts';

/** Shorter quotes stand everywhere by chance, unless they are all there is. */
const SHORTEST_QUOTE = 12;
const LONGEST_REASON = 300;

/** An answer is taken only if the session bears it out: every quote stands where it says, and a question gives nothing away. */
export function checkAnswer({ verdict, question, evidence, reason }: ReaderAnswer, candidate: Candidate, bounds: QuestionBounds): Reading {
  const { visible, decision } = candidate;
  const madeUp = evidence.find((cited) => !stands(cited, visible));
  if (madeUp) return refused(`what it quotes of line ${madeUp.line} does not stand there`);
  if (!evidence.some(({ line }) => line >= decision.start && line <= decision.end)) return refused('it quotes nothing of the decision');
  const kept = { evidence, reason: reason.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_REASON) };
  if (verdict !== 'reword') return { verdict, ...kept };
  const asked = question?.trim() ?? '';
  const fault = checkQuestion(asked, bounds);
  return fault === null ? { verdict, question: asked, ...kept } : refused(`its question ${fault}`);
}

export const refused = (why: string): Reading => ({ verdict: 'refused', why });

function stands({ line, quote }: ReaderAnswer['evidence'][number], visible: readonly LineText[]): boolean {
  const texts = visible.filter((one) => one.line === line).map(({ text }) => text);
  return texts.some((text) => text.includes(quote) && (quote.trim().length >= SHORTEST_QUOTE || quote.trim() === text.trim()));
}
