import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHOICE, FREE_RESPONSE, traceAnswer, traceKnowledge } from './trace-knowledge.ts';

describe('what answers say about a concept', () => {
  it('is worked out by hand for one answer', () => {
    // .3 * .9 / (.3 * .9 + .7 * .2) = .658537, then a tenth of the rest is learned.
    expect(traceAnswer(0.3, true, CHOICE)).toBeCloseTo(0.658537 + 0.341463 * 0.1, 6);
    expect(traceAnswer(0.3, false, CHOICE)).toBeCloseTo(0.050847 + 0.949153 * 0.1, 6);
    expect(traceAnswer(0.3, true, FREE_RESPONSE)).toBeGreaterThan(traceAnswer(0.3, true, CHOICE));
  });

  it('stays a probability after 400 right answers', () => {
    const known = Array.from({ length: 400 }).reduce((before: number) => traceAnswer(before, true, CHOICE), CHOICE.known);
    expect(known).toBe(1 - 1e-6);
    // And it can be lost again.
    expect(traceAnswer(known, false, CHOICE)).toBeLessThan(known);
  });

  it('stays within its clamp under any sequence and any parameters', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    const parameters = fc.record({ known: chance, learn: chance, guess: chance, slip: chance });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 1000 }), parameters, (answers, given) => {
        let known = given.known;
        for (const right of answers) {
          known = traceAnswer(known, right, given);
          expect(known).toBeGreaterThanOrEqual(1e-6);
          expect(known).toBeLessThanOrEqual(1 - 1e-6);
        }
      }),
    );
  });

  it('is a band with its counts, and says nothing on two answers', () => {
    const right = { right: true, free: false };
    expect(traceKnowledge([right, right])).toEqual({ band: 'too little to say', right: 2, of: 2 });
    expect(traceKnowledge([right, right, right, right])).toEqual({ band: 'holds', right: 4, of: 4 });
    expect(traceKnowledge(Array.from({ length: 4 }, () => ({ right: false, free: false }))).band).toBe('not yet');
    expect(Object.keys(traceKnowledge([]))).toEqual(['band', 'right', 'of']);
  });
});
