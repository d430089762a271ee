import { describe, expect, it } from 'vitest';
import type { Judgement } from '../model/judgement.ts';
import { resolveJudgement } from './resolve-judgement.ts';

const outcome = {
  sound: false,
  propositions: [
    { id: 'later-red', text: 'A later run fails.', truth: true },
    { id: 'open', text: 'It is reverted within 30 days.', truth: null },
  ],
};

const judge = (over: Partial<Judgement>): Judgement => ({
  verdict: 'accept',
  lines: [],
  reason: 'reads well',
  proposition: 'A later run fails.',
  probability: 70,
  changeMyMind: '',
  knewOutcome: false,
  ...over,
});

describe('resolveJudgement', () => {
  it.each([
    [99, true, 0.0001],
    [70, true, 0.09],
    [50, true, 0.25],
    [1, true, 0.9801],
    [70, false, 0.49],
    [1, false, 0.0001],
  ])('scores %i %% against %s', (probability, truth, brier) => {
    const resolution = resolveJudgement(judge({ probability }), { sound: false, propositions: [{ id: 'later-red', text: 'A later run fails.', truth }] });
    expect(resolution.brier).toBeCloseTo(brier, 10);
  });

  it('finds the proposition by its text or its id and shows the text', () => {
    expect(resolveJudgement(judge({ proposition: 'later-red' }), outcome)).toMatchObject({ proposition: 'A later run fails.', truth: true });
  });

  it('leaves what the world has not settled, and what the person wrote, unresolved', () => {
    expect(resolveJudgement(judge({ proposition: 'open' }), outcome)).toMatchObject({ truth: null, brier: null });
    expect(resolveJudgement(judge({ proposition: 'The reviewer will object.' }), outcome)).toMatchObject({
      proposition: 'The reviewer will object.',
      truth: null,
      brier: null,
    });
  });

  it('never scores who knew the outcome', () => {
    expect(resolveJudgement(judge({ knewOutcome: true }), outcome)).toMatchObject({ truth: true, brier: null });
  });

  it.each([
    ['accept', true, true],
    ['accept', false, false],
    ['reject', true, false],
    ['reject', false, true],
    ['change', true, false],
    ['change', false, true],
    ['unsure', true, null],
  ] as const)('%s on a decision that is sound: %s fits: %s', (verdict, sound, fits) => {
    expect(resolveJudgement(judge({ verdict }), { ...outcome, sound }).verdictFits).toBe(fits);
  });
});
