import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MisconceptionId } from '../../model/misconception.ts';
import { signOffRulesSchema, type SignOffEvidence, type SignOffRecord, type SignOffRequest } from '../../model/sign-off.ts';
import { isUnbroken } from './chain-records.ts';
import { grantSignOff, reverseSignOff } from './decide-sign-off.ts';
import { findSignedLevels } from './find-signed-levels.ts';
import { listRefusals, type OpenMisconception, type SignOffScene } from './list-refusals.ts';

const NOW = '2026-11-01T00:00:00.000Z';
const hashOf = (n: number): string => n.toString(16).padStart(64, '0');
const evidence = (n: number, over: Partial<SignOffEvidence> = {}): SignOffEvidence => ({
  case: `c_${n}`,
  context: n % 2 === 0 ? 'shop' : 'bank',
  rater: n % 2 === 0 ? 'bo' : 'cy',
  level: 4,
  agentErrorCaught: n === 0,
  hash: hashOf(n),
  at: '2026-10-01T00:00:00.000Z',
  ...over,
});
const EVIDENCE = [0, 1, 2, 3, 4].map((n) => evidence(n));
const request = (over: Partial<SignOffRequest> = {}): SignOffRequest => ({
  id: 'so_1',
  person: 'ada',
  activity: 'E4',
  level: 4,
  signer: 'dee',
  evidence: EVIDENCE,
  askedForDissent: ['bo', 'cy'],
  dissents: [],
  at: NOW,
  ...over,
});
const scene = (over: Partial<SignOffScene> = {}): SignOffScene => ({
  rules: signOffRulesSchema.parse({}),
  now: NOW,
  dailyPreceptors: ['bo'],
  hashByCase: new Map(Array.from({ length: 9 }, (_, n) => [`c_${n}`, hashOf(n)])),
  misconceptions: [],
  records: [],
  latestRecorded: null,
  ...over,
});
const codes = (over: Partial<SignOffRequest> = {}, around: Partial<SignOffScene> = {}): string[] =>
  listRefusals(request(over), scene(around)).map(({ code }) => code);
const replaced = (n: number, over: Partial<SignOffEvidence>): SignOffEvidence[] => EVIDENCE.map((one, index) => (index === n ? evidence(n, over) : one));
const granted = (around: Partial<SignOffScene> = {}): SignOffRecord[] => {
  const result = grantSignOff(request(), scene(around));
  return result.ok ? result.value : expect.fail(result.problem.why);
};
const race: OpenMisconception = { id: 'C1' as MisconceptionId, severity: 'critical', activities: ['E4'], state: 'confirmed', contested: false };

describe('attempts to sign what may not be signed', () => {
  it('has no reason against what is in order', () => {
    expect(codes()).toEqual([]);
  });

  it.each([
    ['the person themselves', { signer: 'ada' }, {}, ['signs-for-themselves']],
    ['the daily preceptor', { signer: 'bo' }, {}, ['daily-preceptor']],
    ['too few cases', { evidence: EVIDENCE.slice(0, 4) }, {}, ['too-few-cases']],
    ['the same case twice', { evidence: replaced(4, { case: 'c_0', hash: hashOf(0) }) }, {}, ['too-few-cases']],
    ['one context', { evidence: EVIDENCE.map((one) => ({ ...one, context: 'shop' })) }, {}, ['too-few-contexts']],
    ['one rater', { evidence: EVIDENCE.map((one) => ({ ...one, rater: 'bo' })) }, {}, ['too-few-raters']],
    [
      'ratings of oneself',
      { evidence: EVIDENCE.map((one) => (one.rater === 'cy' ? { ...one, rater: 'ada' } : one)) },
      {},
      ['too-few-cases', 'too-few-contexts', 'too-few-raters'],
    ],
    ['no error of the agent caught', { evidence: replaced(0, { agentErrorCaught: false }) }, {}, ['no-agent-error-caught']],
    ['ratings below the level', { evidence: replaced(1, { level: 3 }) }, {}, ['too-few-cases']],
    ['expired evidence', { evidence: replaced(1, { at: '2025-10-01T00:00:00.000Z' }) }, {}, ['evidence-expired', 'too-few-cases']],
    ['evidence of tomorrow', { evidence: replaced(1, { at: '2026-12-01T00:00:00.000Z' }) }, {}, ['evidence-from-the-future', 'too-few-cases']],
    ['edited evidence', { evidence: replaced(1, { hash: hashOf(77) }) }, {}, ['evidence-changed', 'too-few-cases']],
    ['forgotten evidence', { evidence: replaced(1, { case: 'c_99' }) }, {}, ['evidence-missing', 'too-few-cases']],
    ['a critical misconception', {}, { misconceptions: [race] }, ['open-misconception']],
    ['nobody asked for dissent', { askedForDissent: ['bo'] }, {}, ['dissent-not-asked']],
    ['dissent without an answer', { dissents: [{ by: 'cy', words: 'Too early.', answer: null }] }, {}, ['dissent-unanswered']],
    ['a blank answer to dissent', { dissents: [{ by: 'cy', words: 'Too early.', answer: '  ' }] }, {}, ['dissent-unanswered']],
  ] as const)('refuses %s', (_, over, around, expected) => {
    expect(codes(over as Partial<SignOffRequest>, around as Partial<SignOffScene>)).toEqual(expected);
  });

  it('says every reason at once', () => {
    expect(codes({ signer: 'bo', evidence: [], askedForDissent: [] })).toEqual([
      'daily-preceptor',
      'too-few-cases',
      'too-few-contexts',
      'too-few-raters',
      'no-agent-error-caught',
    ]);
    expect(grantSignOff(request({ evidence: [] }), scene())).toMatchObject({ ok: false, problem: { tag: 'not-allowed' } });
  });

  it('is not held back by suspicion, by what is contested, resolved, or of another activity', () => {
    const misconceptions: OpenMisconception[] = [
      { ...race, state: 'suspected' },
      { ...race, contested: true },
      { ...race, state: 'resolved' },
      { ...race, activities: ['E6'] },
      { ...race, severity: 'serious' },
    ];
    expect(codes({}, { misconceptions })).toEqual([]);
  });

  it('asks for beliefs to be resolved only where nobody looks before it ships', () => {
    expect(codes({ level: 3 }, { misconceptions: [race] })).toEqual([]);
    expect(codes({ level: 4 }, { misconceptions: [race] })).toEqual(['open-misconception']);
  });

  it('refuses where the clock is behind the record, the request or, by more than servers differ, anything recorded', () => {
    const later = '2026-11-01T00:04:00.000Z';
    expect(codes({ at: later })).toEqual(['clock-behind']);
    expect(codes({ id: 'so_2' }, { records: granted({ now: later }) })).toEqual(['clock-behind']);
    expect(codes({}, { latestRecorded: later })).toEqual([]);
    expect(codes({}, { latestRecorded: '2026-11-01T00:06:00.000Z' })).toEqual(['clock-behind']);
  });

  it('refuses a replay of what was decided, and evidence of what was reversed', () => {
    const records = granted();
    expect(codes({}, { records })).toEqual(['decided-before']);
    const reversed = reverseSignOff(records, { request: 'so_1', by: 'dee', why: 'The fix was reverted twice.', now: NOW });
    expect(codes({ id: 'so_2' }, { records: reversed.ok ? reversed.value : [] })).toEqual([
      'evidence-used-before',
      'too-few-cases',
      'too-few-contexts',
      'too-few-raters',
      'no-agent-error-caught',
    ]);
    expect(codes({ id: 'so_3', activity: 'E6' }, { records: reversed.ok ? reversed.value : [] })).toEqual([]);
  });
});

describe('what is signed', () => {
  it('holds until it expires or is reversed', () => {
    const records = granted();
    expect(findSignedLevels('ada', records, NOW)).toEqual([{ activity: 'E4', level: 4, by: 'dee', expiresAt: '2028-11-01T00:00:00.000Z', request: 'so_1' }]);
    expect(findSignedLevels('ada', records, '2028-11-02T00:00:00.000Z')).toEqual([]);
    expect(findSignedLevels('bo', records, NOW)).toEqual([]);
    const reversed = reverseSignOff(records, { request: 'so_1', by: 'dee', why: 'The fix was reverted twice.', now: NOW });
    expect(reversed.ok && findSignedLevels('ada', reversed.value, NOW)).toEqual([]);
    expect(reverseSignOff(records, { request: 'so_1', by: 'dee', why: 'no', now: NOW }).ok).toBe(false);
    expect(reverseSignOff(records, { request: 'so_9', by: 'dee', why: 'The fix was reverted.', now: NOW }).ok).toBe(false);
    expect(reversed.ok && reverseSignOff(reversed.value, { request: 'so_1', by: 'dee', why: 'And once more.', now: NOW }).ok).toBe(false);
  });

  it('shows whatever is changed in the record', () => {
    let records: SignOffRecord[] = [];
    for (const id of ['so_1', 'so_2', 'so_3']) {
      const next = grantSignOff(request({ id }), scene({ records }));
      records = next.ok ? next.value : expect.fail(next.problem.why);
    }
    expect(isUnbroken(records)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.constantFrom('level', 'person', 'removed', 'moved'), (at, how) => {
        const changed = structuredClone(records);
        const entry = changed[at]?.entry;
        if (entry?.type !== 'granted') return expect.fail();
        if (how === 'level') entry.request.level = 5;
        if (how === 'person') entry.request.person = 'eve';
        if (how === 'removed') changed.splice(at, 1);
        if (how === 'moved') changed.push(...changed.splice(at, 1));
        // Only taking away or "moving" the last one leaves an unbroken beginning.
        const isSame = (how === 'removed' || how === 'moved') && at === 2;
        expect(isUnbroken(changed)).toBe(isSame);
        if (!isSame) expect(listRefusals(request({ id: 'so_4' }), scene({ records: changed })).map(({ code }) => code)).toContain('record-broken');
      }),
    );
    // What the store gives back may have its fields in another order.
    const turned = records.map(({ entry, hash }) => ({ hash, entry: Object.fromEntries(Object.entries(entry).toReversed()) as SignOffRecord['entry'] }));
    expect(isUnbroken(turned)).toBe(true);
  });
});
