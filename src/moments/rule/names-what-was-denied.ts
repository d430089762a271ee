import type { HumanTurn, SessionFacts } from '../facts/facts.ts';
import { listSentences } from './find-sentence.ts';
import { isOwn } from './is-own.ts';
import { lastBefore } from './order.ts';

const EXISTS =
  /^(?:(?:but|no|well|hmm+|actually)[,. ]+)*(?:there(?:['’]s| is| are)|we (?:already )?have|it(?:['’]s| is) (?:in|at|under)|you (?:can|will) find (?:it|them))\b(?! (?:no|not|an? (?:issue|problem|error|bug|typo))\b)[^?]*$/i;
const DENIES =
  /\b(?:there (?:is|are|['’]s) (?:no|not|currently no)|(?:does|do|did|is|are|could|can) ?(?:not|n['’]t) (?:\w+ ){0,3}(?:exist|find|found|have|contain|include|present|there|see|appear)|cannot find|no \S+ (?:file|folder|function|test|setting|option|field|such)|(?:is|are) (?:missing|absent))\b/i;
const OPENING_SENTENCES = 2;

/** The agent said that something is not there, and the person says where it is, or that they have it. */
export function namesWhatWasDenied(facts: SessionFacts, turn: HumanTurn): boolean {
  if (
    !listSentences(turn.own)
      .slice(0, OPENING_SENTENCES)
      .some((sentence) => EXISTS.test(sentence))
  )
    return false;
  const reply = lastBefore(facts.replies, turn, (one) => isOwn(facts, one));
  const since = lastBefore(facts.humanTurns, turn)?.seq ?? -1;
  if (!reply || reply.seq < since) return false;
  const words = new Set(turn.own.toLowerCase().match(/[a-z][\w-]{3,}/g));
  return listSentences(reply.text).some(
    (sentence) => DENIES.test(sentence) && (sentence.toLowerCase().match(/[a-z][\w-]{3,}/g) ?? []).some((word) => words.has(word) && !COMMON.has(word)),
  );
}

const COMMON: ReadonlySet<string> = new Set([
  'there',
  'this',
  'that',
  'have',
  'with',
  'file',
  'files',
  'from',
  'already',
  'does',
  'find',
  'root',
  'repo',
  'code',
  'they',
  'them',
  'what',
  'which',
]);
