/** Seeds of one-time passwords: base32 (RFC 6238), whole or in groups of four to be typed by hand. */
import type { Detector } from '../match.ts';

const SEED = /(?<![A-Za-z0-9+/=-])(?:[A-Z2-7]{16,64}|(?:[A-Z2-7]{4}[ -]){3,15}[A-Z2-7]{4}|(?:[a-z2-7]{4} ){3,15}[a-z2-7]{4})={0,6}(?![A-Za-z0-9+/-])/g;
const CONTEXT = /\b(?:[th]?otp|2fa|mfa|two-factor|authenticator|one-time|scan|setup key|key by hand|manual(?:ly)?|enter (?:this|the) (?:key|code))\b/i;
const SIGN = /otp|2fa|mfa|factor|authenticator|one-time|scan|setup key|by hand|manual|enter th/i;
const CONTEXT_REACH = 120;

export const findOneTimeSeeds: Detector = (text) => {
  if (!SIGN.test(text)) return [];
  return [...text.matchAll(SEED)].flatMap(({ 0: seed, index }) => {
    const isGrouped = seed.includes(' ') || seed.includes('-');
    const lead = text.slice(Math.max(0, index - CONTEXT_REACH), index);
    // Groups of small letters are words; those of a seed hold digits too.
    const isDrawn = /\d/.test(seed) || (!isGrouped && /otp|2fa|mfa|factor/i.test(lead));
    return isDrawn && CONTEXT.test(lead) ? [{ kind: 'otp-secret', start: index, end: index + seed.length }] : [];
  });
};
