/** Recovery phrases of wallets (BIP 39): 12 to 24 words of three to eight small letters. */
import type { Detector } from '../match.ts';

const RUN = /(?<![A-Za-z0-9]|[A-Za-z] )[a-z]{3,8}(?:(?: |, ?|\n? ?\d{1,2}[.)] ?)[a-z]{3,8}){11,23}(?![A-Za-z0-9]| [A-Za-z])/g;
const CONTEXT = /mnemonic|\bseed\b|recovery (?:phrase|words?)|(?:backup|secret) phrase|\bwallet\b/i;
const CONTEXT_REACH = 200;
const COUNTS = new Set([12, 15, 18, 21, 24]);
/** Words that hardly any English sentence of twelve words does without, and that few phrases hold. */
const SENTENCE_WORDS = /\b(?:the|and|for|with|from|are|was|has|not|but|its|that|this|into|which|should|would|were|been|our|your|their)\b/;

export const findRecoveryWords: Detector = (text) =>
  [...text.matchAll(RUN)].flatMap(({ 0: found, index }) => {
    const words = found.match(/[a-z]{3,8}/g) ?? [];
    const hasContext = CONTEXT.test(text.slice(Math.max(0, index - CONTEXT_REACH), index));
    if (!COUNTS.has(words.length) || !hasContext || SENTENCE_WORDS.test(found)) return [];
    return [{ kind: 'recovery-phrase', start: index, end: index + found.length }];
  });
