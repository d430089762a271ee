import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealedAnswer } from '../model/team/team-round.ts';
import { closeAnswer, isUnbroken, openAnswer, SIZE_CLASSES } from './sealed-body.ts';

const salt = Buffer.alloc(32, 7);
const judgement = (reason: string, changeMyMind = ''): SealedAnswer => ({
  answer: 'judgement',
  judgement: { verdict: 'reject', lines: [], reason, proposition: 'A later run fails.', probability: 70, changeMyMind, knewOutcome: false },
});

describe('a sealed body', () => {
  it('comes back as it went in, in one of few sizes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 4000, unit: 'grapheme' }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, random) => {
        const answer = judgement(`x${text}`);
        const closed = closeAnswer(answer, Buffer.from(random));
        expect(closed).not.toBeNull();
        expect(SIZE_CLASSES).toContain(closed!.body.length);
        expect(openAnswer(closed!.body, closed!.commitment)?.answer).toEqual({
          ...answer,
          judgement: { ...(answer as { judgement: object }).judgement, reason: `x${text}`.trim() },
        });
      }),
      { numRuns: 50 },
    );
  });

  it('is as long for a pass as for a judgement of a page', () => {
    const pass = closeAnswer({ answer: 'pass' }, salt);
    const page = closeAnswer(judgement('a'.repeat(3000)), salt);
    expect(pass?.body.length).toBe(page?.body.length);
  });

  it('is refused when a bit of it, or of its commitment, is another', () => {
    const closed = closeAnswer(judgement('No run shows it.'), salt)!;
    for (const at of [3, 10, 40, 60]) {
      const changed = Buffer.from(closed.body);
      changed[at]! ^= 1;
      expect(openAnswer(changed, closed.commitment)).toBeNull();
    }
    expect(openAnswer(closed.body, Buffer.alloc(32))).toBeNull();
  });

  it('has a place in a chain that cannot be changed afterwards', () => {
    const commitment = (n: number) => Buffer.alloc(32, n);
    expect(isUnbroken([])).toBe(true);
    expect(isUnbroken([{ person: 'ada', commitment: commitment(1), chain: commitment(9) }])).toBe(false);
  });
});
