/** Seeds of one-time passwords: base32 (RFC 6238), whole or in groups of four to be typed by hand. */
import type { Detector, Match } from '../match.ts';

const SEED = /(?<![A-Za-z0-9+/=-])(?:[A-Z2-7]{16,64}|(?:[A-Z2-7]{4}[ -]){3,15}[A-Z2-7]{4}|(?:[a-z2-7]{4} ){3,15}[a-z2-7]{4})={0,6}(?![A-Za-z0-9+/-])/g;
const CONTEXT = /\b(?:[th]?otp|2fa|mfa|two-factor|authenticator|one-time|scan|setup key|key by hand|manual(?:ly)?|enter (?:this|the) (?:key|code))\b/gi;
const CONTEXT_REACH = 120;
const LONGEST_SEED = 90;

export const findOneTimeSeeds: Detector = (text) => {
  const matches: Match[] = [];
  let done = 0;
  for (const context of text.matchAll(CONTEXT)) {
    const from = Math.max(done, context.index + context[0].length);
    for (const { 0: seed, index } of text.slice(from, from + CONTEXT_REACH + LONGEST_SEED).matchAll(SEED)) {
      const lead = context[0] + text.slice(from, from + index);
      const isGrouped = seed.includes(' ') || seed.includes('-');
      // Groups of small letters are words; those of a seed hold digits too.
      const isDrawn = /\d/.test(seed) || (!isGrouped && /otp|2fa|mfa|factor/i.test(lead));
      if (index > CONTEXT_REACH || !isDrawn) continue;
      matches.push({ kind: 'otp-secret', start: from + index, end: from + index + seed.length });
      done = from + index + seed.length;
    }
  }
  return matches;
};
