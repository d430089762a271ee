import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../model/judgement.ts';
import type { MomentId } from '../model/moment.ts';
import type { Round, RoundId } from '../model/round.ts';
import { roundSchema } from '../model/round.ts';
import { actOnRound, revealIfAllAnswered } from './act-on-round.ts';
import { frameRound } from './frame-round.ts';
import { presentRound } from './present-round.ts';
import type { Acting, RoundAction } from './round-action.ts';
import { hasAnswered, isRevealed } from './round-progress.ts';

const AT = '2026-03-02T10:00:00.000Z';
const OUTCOME = { title: 'WITHHELD' };

const judgement = (reason: string): Judgement => ({
  verdict: 'reject',
  lines: [{ start: 12, end: 14 }],
  reason,
  proposition: 'A later run fails.',
  probability: 70,
  changeMyMind: '',
  knewOutcome: false,
});

const debrief = {
  generalRule: 'Run the failing test before naming its cause.',
  whatWasRight: 'Read the log first.',
  nextTime: 'Run it.',
  uncertainties: '',
  changedMind: '',
};

const framed = (...people: [string, ...string[]]): Round =>
  deepFreeze(frameRound({ id: 'r_0000000000000001' as RoundId, moment: 'm_0000000000000001' as MomentId, people, at: AT }));

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(Object.freeze(value))) deepFreeze(inner);
  return value;
}

function act(round: Round, person: string, action: RoundAction): Round {
  const result = actOnRound(round, { person, at: AT, action });
  if (!result.ok) throw new Error(result.problem.what);
  return deepFreeze(result.value);
}

function refusal(round: Round, person: string, action: RoundAction): string | null {
  const result = actOnRound(round, { person, at: AT, action });
  return result.ok ? null : result.problem.tag;
}

describe('a round alone', () => {
  it('goes from framed to closed and logs every transition', () => {
    let round = act(framed('ada'), 'ada', { type: 'call' });
    round = act(round, 'ada', { type: 'save-draft', draft: { reason: 'perhaps' } });
    round = act(round, 'ada', { type: 'seal', judgement: judgement('No run shows it.') });
    round = act(round, 'ada', { type: 'reveal' });
    round = act(round, 'ada', { type: 'start-debrief' });
    round = act(round, 'ada', { type: 'save-debrief', draft: { generalRule: 'Run' } });
    round = act(round, 'ada', { type: 'close', debrief });
    expect(round.log.map(({ action, from, to }) => `${from} -${action}-> ${to}`)).toEqual([
      'framed -call-> sealing',
      'sealing -seal-> sealing',
      'sealing -reveal-> revealed',
      'revealed -start-debrief-> debrief',
      'debrief -close-> closed',
    ]);
    expect(roundSchema.parse(round)).toEqual(round);
    expect(round.participants[0]?.draft).toBeUndefined();
    expect(round.debriefDraft).toBeUndefined();
  });

  it('can be proved between reveal and debrief', () => {
    let round = act(framed('ada'), 'ada', { type: 'call' });
    round = act(round, 'ada', { type: 'pass' });
    round = act(round, 'ada', { type: 'reveal' });
    round = act(round, 'ada', { type: 'prove' });
    expect(act(round, 'ada', { type: 'start-debrief' }).state).toBe('debrief');
  });

  it('cannot be withdrawn once revealed', () => {
    const sealing = act(framed('ada'), 'ada', { type: 'call' });
    expect(act(sealing, 'ada', { type: 'withdraw' }).state).toBe('withdrawn');
    const revealed = act(act(sealing, 'ada', { type: 'pass' }), 'ada', { type: 'reveal' });
    expect(refusal(revealed, 'ada', { type: 'withdraw' })).toBe('conflict');
  });

  it('refuses a seal that says nothing, and keeps the draft', () => {
    const drafted = act(act(framed('ada'), 'ada', { type: 'call' }), 'ada', { type: 'save-draft', draft: { verdict: 'accept' } });
    expect(refusal(drafted, 'ada', { type: 'seal', judgement: judgement('   ') })).toBe('bad-input');
    expect(drafted.participants[0]?.draft).toEqual({ verdict: 'accept' });
  });
});

describe('a round of two', () => {
  const called = act(framed('ada', 'bob'), 'bob', { type: 'call' });

  it('is not revealed while one has not answered', () => {
    const one = act(called, 'ada', { type: 'seal', judgement: judgement('mine') });
    expect(refusal(one, 'ada', { type: 'reveal' })).toBe('conflict');
    const same = revealIfAllAnswered(one, { person: 'ada', at: AT });
    expect(same.ok && same.value.state).toBe('sealing');
    const both = revealIfAllAnswered(act(one, 'bob', { type: 'pass' }), { person: 'bob', at: AT });
    expect(both.ok && both.value.state).toBe('revealed');
  });

  it('lets nobody seal twice, pass after sealing, or draft after sealing', () => {
    const sealed = act(called, 'ada', { type: 'seal', judgement: judgement('mine') });
    expect(refusal(sealed, 'ada', { type: 'seal', judgement: judgement('other') })).toBe('conflict');
    expect(refusal(sealed, 'ada', { type: 'pass' })).toBe('conflict');
    expect(refusal(sealed, 'ada', { type: 'save-draft', draft: {} })).toBe('conflict');
  });

  it('refuses someone who does not take part', () => {
    expect(refusal(called, 'eve', { type: 'seal', judgement: judgement('x') })).toBe('not-allowed');
    expect(presentRound(called, 'eve', OUTCOME).ok).toBe(false);
  });
});

const PEOPLE = ['ada', 'bob', 'cy'] as const;

const always = (weight: number, action: RoundAction): fc.WeightedArbitrary<RoundAction> => ({ weight, arbitrary: fc.constant(action) });

const actions: fc.Arbitrary<RoundAction> = fc.oneof(
  always(1, { type: 'withdraw' }),
  always(1, { type: 'call' }),
  always(4, { type: 'pass' }),
  always(2, { type: 'answer' }),
  always(8, { type: 'reveal' }),
  always(4, { type: 'prove' }),
  always(8, { type: 'start-debrief' }),
  always(4, { type: 'close', debrief }),
  always(1, { type: 'reopen' }),
  { weight: 8, arbitrary: fc.string().map((reason): RoundAction => ({ type: 'save-draft', draft: { reason: `DRAFT ${reason}` } })) },
  { weight: 8, arbitrary: fc.string().map((reason): RoundAction => ({ type: 'seal', judgement: judgement(`SEALED ${reason}`) })) },
  { weight: 4, arbitrary: fc.string().map((generalRule): RoundAction => ({ type: 'save-debrief', draft: { generalRule } })) },
);

const histories = fc.record({
  people: fc.integer({ min: 1, max: 3 }).map((count) => PEOPLE.slice(0, count) as [string, ...string[]]),
  acts: fc.array(fc.record({ person: fc.constantFrom(...PEOPLE, 'eve'), action: actions }), { maxLength: 60, size: 'max' }),
});

/** Every round an arbitrary history passes through, refused actions included. */
function* play({ people, acts }: { people: [string, ...string[]]; acts: readonly Omit<Acting, 'at'>[] }): Generator<{ before: Round; after: Round }> {
  let round = act(framed(...people), people[0], { type: 'call' });
  for (const { person, action } of acts) {
    const result = actOnRound(round, { person, action, at: AT });
    const before = round;
    if (result.ok) round = deepFreeze(result.value);
    yield { before, after: round };
  }
}

const holds = (law: (step: { before: Round; after: Round }) => void): void =>
  fc.assert(
    fc.property(histories, (history) => {
      for (const step of play(history)) law(step);
    }),
  );

describe('under any interleaving of actions', () => {
  it('nothing is revealed before all have sealed or passed', () => {
    holds(({ after }) => {
      if (isRevealed(after)) {
        expect(after.participants.every(hasAnswered)).toBe(true);
        return;
      }
      for (const { person } of after.participants) {
        const seen = presentRound(after, person, OUTCOME);
        const payload = JSON.stringify(seen);
        expect(payload).not.toContain('WITHHELD');
        expect(payload).not.toContain('SEALED');
        expect(seen.ok && [seen.value.judgement, seen.value.outcome]).toEqual([null, null]);
        const ownDraft = JSON.stringify(after.participants.find((participant) => participant.person === person)?.draft ?? {});
        expect(payload.replace(ownDraft, '')).not.toContain('DRAFT');
      }
    });
  });

  it('every state is reached, so the laws below say something', () => {
    const reached = new Set(fc.sample(histories, { numRuns: 1000, seed: 1 }).flatMap((history) => [...play(history)].map(({ after }) => after.state)));
    expect([...reached].toSorted()).toEqual(['closed', 'debrief', 'proving', 'revealed', 'sealing', 'withdrawn']);
  });

  it('what was sealed or passed never changes', () => {
    holds(({ before, after }) => {
      for (const [index, { sealed, passedAt }] of before.participants.entries()) {
        if (sealed) expect(after.participants[index]?.sealed).toEqual(sealed);
        if (passedAt) expect(after.participants[index]?.passedAt).toBe(passedAt);
        expect(after.participants[index]?.sealed && after.participants[index]?.passedAt).toBeUndefined();
      }
    });
  });

  it('the log only grows, joins up, and ends at the state', () => {
    holds(({ before, after }) => {
      expect(after.log.slice(0, before.log.length)).toEqual(before.log);
      expect(after.log.at(-1)?.to).toBe(after.state);
      for (const [index, { from }] of after.log.entries()) if (index > 0) expect(from).toBe(after.log[index - 1]?.to);
    });
  });

  it('withdrawn is final, and what a round was closed with stays with it', () => {
    holds(({ before, after }) => {
      if (before.state === 'withdrawn') expect(after).toBe(before);
      if (before.state === 'closed' && after.state !== 'closed') expect(after.earlierDebriefs?.at(-1)).toEqual(before.debrief);
      expect((after.earlierDebriefs ?? []).slice(0, before.earlierDebriefs?.length ?? 0)).toEqual(before.earlierDebriefs ?? []);
    });
  });

  it('everyone who takes part sees the same shape', () => {
    holds(({ after }) => {
      const shapes = after.participants.map(({ person }) => {
        const seen = presentRound(after, person, OUTCOME);
        return seen.ok ? Object.keys(seen.value).join() : 'refused';
      });
      expect(new Set(shapes).size).toBe(1);
    });
  });
});
