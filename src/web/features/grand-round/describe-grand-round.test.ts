import { describe, expect, it } from 'vitest';
import type { GrandRoundCard, NamelessAnswer } from '../../../model/team/grand-round.ts';
import { describeGrandRound, describeVerdicts } from './describe-grand-round.ts';

const CARD = {
  id: 'w_0000000000000001',
  cohort: 'h_0000000000000001',
  state: 'open',
  question: 'Would you accept this?',
  isOurs: false,
  offeredByMe: false,
  case: null,
  iAnswered: false,
  createdAt: '2026-03-01T00:00:00.000Z',
  openedAt: '2026-03-01T00:00:00.000Z',
  closesAt: '2026-03-08T00:00:00.000Z',
  revealedAt: null,
} as unknown as GrandRoundCard;
const NOW = new Date('2026-03-02T00:00:00.000Z');

describe('a grand round in a list', () => {
  it.each([
    [{}, 'Judge', true],
    [{ iAnswered: true }, 'Look', false],
    [{ isOurs: true }, 'Look', false],
    [{ state: 'offered', isOurs: true, offeredByMe: true }, 'Look', false],
    [{ state: 'offered', isOurs: true }, 'Decide', true],
  ] as const)('%j', (over, act, waitsForMe) => {
    expect(describeGrandRound({ ...CARD, ...over } as GrandRoundCard, NOW)).toMatchObject({ act, waitsForMe });
  });
});

it('does not call open until a day what that day has passed', () => {
  expect(describeGrandRound(CARD, NOW).stands).toMatch(/^Open until /);
  expect(describeGrandRound(CARD, new Date('2026-05-02T00:00:00.000Z'))).toEqual({ stands: 'Its day has come.', act: 'Look', waitsForMe: false });
});

const judged = (verdict: string): NamelessAnswer => ({ isMine: false, resolution: null, judgement: { verdict } }) as NamelessAnswer;

it('counts verdicts and passes, and says how it ended', () => {
  const answers = [judged('reject'), judged('accept'), judged('reject'), { isMine: true, judgement: null, resolution: null }];
  expect(describeVerdicts(answers, false)).toMatch(/^4 answers: 1 “.+”, 2 “.+”, 1 passed\. The decision did not hold\.$/);
});
