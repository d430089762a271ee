import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../../model/judgement.ts';
import { compareJudgements, describeComparison } from './compare-answers.ts';
import { listPredictions, settlePrediction } from './partner-predictions.ts';
import { countReached, isOver, stepForMe, STEPS_FOR_TWO } from './steps-for-two.ts';

const judgement = (part: Partial<Judgement>): Judgement => ({
  verdict: 'reject',
  lines: [],
  reason: 'It hides the race.',
  proposition: 'The suite fails.',
  probability: 70,
  changeMyMind: '',
  knewOutcome: false,
  ...part,
});
const marked = (event: string, from: number, to: number) => [{ start: 3, end: 3, within: { event, from, to } }];

const round = (state: string, mineAnswered: boolean) =>
  ({
    state,
    me: 'u1',
    participants: [
      { person: 'u1', answered: mineAnswered },
      { person: 'u2', answered: true },
    ],
  }) as unknown as Parameters<typeof stepForMe>[0];

describe('two judgements', () => {
  it('that differ are named before what they agree on', () => {
    const compared = compareJudgements([judgement({}), judgement({ verdict: 'accept', probability: 20 })]);
    expect(describeComparison(compared)).toBe('You differ on the verdict and how likely it is; you agree on which statement matters.');
  });

  it('on different statements say nothing about how likely they are', () => {
    expect(compareJudgements([judgement({}), judgement({ proposition: 'It holds.', probability: 5 })])).toEqual({
      differ: ['proposition'],
      agree: ['verdict'],
    });
  });

  it('are not held to differ on a statement where one of them knew how it ended', () => {
    const compared = compareJudgements([judgement({}), judgement({ proposition: 'Ben rejects it.', knewOutcome: true })]);
    expect(compared).toEqual({ differ: [], agree: ['verdict'] });
  });

  it('share lines where their marks overlap, and only where both marked some', () => {
    const near = judgement({ lines: marked('e1', 2, 4) });
    expect(compareJudgements([near, judgement({ lines: marked('e1', 4, 6) })]).agree).toContain('lines');
    expect(compareJudgements([near, judgement({ lines: marked('e2', 2, 4) })]).differ).toContain('lines');
    expect([...compareJudgements([near, judgement({})]).agree, ...compareJudgements([near, judgement({})]).differ]).not.toContain('lines');
  });

  it('are not compared where one of two passed', () => {
    expect(describeComparison(compareJudgements([judgement({})]))).toBe('');
  });
});

describe('who lived through it', () => {
  const participants = [
    { person: 'u1', name: 'Ada', answered: true, knewOutcome: true },
    { person: 'u2', name: 'Ben', answered: true, knewOutcome: false },
  ] as never;
  const answered = (verdict: Judgement['verdict'] | null) =>
    ({ participants, answers: [{ person: 'u2', judgement: verdict && judgement({ verdict }) }] }) as unknown as Parameters<typeof settlePrediction>[1];

  it('predicts what the other says, and is told whether it was so', () => {
    const [accepts] = listPredictions([{ person: 'u2' as never, name: 'Ben' }]);
    expect(accepts?.text).toBe('Ben accepts it as it is.');
    expect(settlePrediction(accepts?.text ?? '', answered('accept'))).toBe(true);
    expect(settlePrediction(accepts?.text ?? '', answered('reject'))).toBe(false);
  });

  it('is told nothing of who passed, and nothing of other statements', () => {
    expect(settlePrediction('Ben rejects it.', answered(null))).toBeNull();
    expect(settlePrediction('The suite fails.', answered('reject'))).toBeNull();
  });
});

describe('the step I stand at', () => {
  it('is to judge until I answered, then to wait', () => {
    expect(stepForMe(round('sealing', false))).toBe('judge');
    expect(stepForMe(round('sealing', true))).toBe('waiting');
    expect(stepForMe(round('withdrawn', true))).toBeNull();
  });

  it('leaves nothing to go back to before the reveal', () => {
    expect(countReached('waiting')).toBe(2);
    expect(STEPS_FOR_TWO.filter(({ step }) => isOver(step)).map(({ step }) => step)).toEqual(['judge', 'waiting']);
  });
});
