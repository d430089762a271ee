import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SealedAnswer } from '../model/team/team-round.ts';
import { closeAnswer, isUnbroken, openAnswer, SIZE_CLASSES } from './sealed-body.ts';

const salt = Buffer.alloc(32, 7);
const commitmentOf = (n: number) => Buffer.alloc(32, n);

function close(answer: SealedAnswer, random = salt) {
  const closed = closeAnswer(answer, random);
  if (!closed) throw new Error('too long');
  return closed;
}
const judgement = (reason: string, changeMyMind = ''): SealedAnswer => ({
  answer: 'judgement',
  judgement: { verdict: 'reject', lines: [], reason, proposition: 'A later run fails.', probability: 70, changeMyMind, knewOutcome: false },
});

describe('a sealed body', () => {
  it('comes back as it went in, in one of few sizes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 4000, unit: 'grapheme' }), fc.uint8Array({ minLength: 32, maxLength: 32 }), (text, random) => {
        const reason = `x${text}`.trim();
        const { body, commitment } = close(judgement(reason), Buffer.from(random));
        expect(SIZE_CLASSES).toContain(body.length);
        expect(openAnswer(body, commitment)?.answer).toEqual(judgement(reason));
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
    const closed = close(judgement('No run shows it.'));
    for (const at of [3, 10, 40, 60]) {
      const changed = Buffer.from(closed.body);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(openAnswer(changed, closed.commitment)).toBeNull();
    }
    expect(openAnswer(closed.body, Buffer.alloc(32))).toBeNull();
  });

  it('has a place in a chain that cannot be changed afterwards', () => {
    expect(isUnbroken([])).toBe(true);
    expect(isUnbroken([{ person: 'ada', commitment: commitmentOf(1), chain: commitmentOf(9) }])).toBe(false);
  });
});
