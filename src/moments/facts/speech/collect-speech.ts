/** What the agent says: its messages, the claims in them, and what it takes back. */
import type { EventOf } from '../../../model/event.ts';
import { MAIN_THREAD } from '../../../model/event.ts';
import type { Admission, Claim, Message } from '../facts.ts';
import { copyText, cutText } from '../cut-text.ts';
import { readMatchingWords } from './matching-words.ts';
import { readAdmission } from './read-admission.ts';
import { discloses } from './discloses.ts';
import { readClaim, readReasonedClaim } from './read-claim.ts';
import { splitSentences } from './split-sentences.ts';

export interface SpeechCollector {
  readonly reply: (event: EventOf<'reply'>, turn: number, at: number | null) => void;
  readonly reason: (event: EventOf<'reasoning'>, turn: number, at: number | null) => void;
  /** The person spoke, or the session ended: the last reply before it was final. */
  readonly endTurn: () => void;
  readonly finish: () => { replies: Message[]; reasoning: Message[]; claims: Claim[]; admissions: Admission[] };
}

const LONGEST_REPLY = 12_000;
const LONGEST_REASONING = 6000;

type OpenClaim = Omit<Claim, 'final'>;

export function createSpeechCollector(): SpeechCollector {
  const replies: Message[] = [];
  const reasoning: Message[] = [];
  const claims: OpenClaim[] = [];
  const admissions: Admission[] = [];
  const finalSeqs = new Set<number>();
  let lastReply: number | null = null;

  const readSentences = (event: EventOf<'reply'> | EventOf<'reasoning'>, turn: number, from: 'reply' | 'reasoning'): void => {
    const place = { seq: event.seq, line: event.line, turn, from };
    const said: Omit<OpenClaim, 'disclosed'>[] = [];
    for (const sentence of splitSentences(event.text)) {
      const claim = from === 'reply' ? readClaim(sentence) : readReasonedClaim(sentence);
      if (claim !== null) said.push({ ...place, type: claim.type, sentence: copyText(sentence.text), hedged: claim.hedged });
      const strength = readAdmission(sentence.lower);
      if (strength !== null) admissions.push({ ...place, sentence: copyText(sentence.text), strength, words: readMatchingWords(sentence.text) });
    }
    // What a message discloses matters to the results it claims; most messages claim none.
    const disclosed = said.some(({ type }) => type !== 'cause' && type !== 'fact') && discloses(event.text);
    for (const claim of said) claims.push({ ...claim, disclosed });
  };

  return {
    reply(event, turn, at) {
      replies.push({ seq: event.seq, line: event.line, turn, at, text: cutText(event.text, LONGEST_REPLY), thread: event.thread, final: false });
      if (event.thread === MAIN_THREAD) lastReply = event.seq;
      readSentences(event, turn, 'reply');
    },
    reason(event, turn, at) {
      reasoning.push({ seq: event.seq, line: event.line, turn, at, text: cutText(event.text, LONGEST_REASONING), thread: event.thread, final: false });
      readSentences(event, turn, 'reasoning');
    },
    endTurn() {
      if (lastReply !== null) finalSeqs.add(lastReply);
      lastReply = null;
    },
    finish() {
      return {
        replies: replies.map((reply) => (finalSeqs.has(reply.seq) ? { ...reply, final: true } : reply)),
        reasoning,
        claims: claims.map((claim) => ({ ...claim, final: claim.from === 'reply' && finalSeqs.has(claim.seq) })),
        admissions,
      };
    },
  };
}
