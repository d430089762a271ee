import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFactsBuilder } from '../facts/create-facts-builder.ts';
import type { ReadCode } from '../facts/facts.ts';
import type { Place, SessionFacts } from '../facts/facts.ts';
import { toSessionEvents } from '../rule/cases/to-session-events.ts';
import type { Step } from '../rule/cases/case-file.ts';
import type { RegisteredRule } from '../rule/registered-rule.ts';
import type { Candidate, RuleMeta } from '../rule/rule.ts';
import { findMoments, findWith } from './find-moments.ts';
import { MAX_SPAN, placeCandidate } from './place-candidate.ts';

const BEFORE: readonly Step[] = [
  { human: 'The export drops the last row. Please fix it.' },
  { read: 'src/export.ts' },
  { edit: 'src/export.ts', diff: '-  rows.pop();\n+  const all = [...rows];\n' },
  { run: 'npm test', out: '12 passed' },
  { say: 'Fixed. The export writes every row now.' },
];
const HAPPY: readonly Step[] = [{ human: 'Great, thanks. Commit it.' }, { run: 'git commit -am "keep every row"', out: '[main 1a2b3c4] keep every row' }];
const UNHAPPY: readonly Step[] = [
  { human: 'That does not work, the last row is still missing.' },
  { edit: 'src/export.ts', diff: '-  const all = [...rows];\n+  const all = rows.concat(last);\n' },
  { run: 'npm test', exit: 1, out: '1 failed' },
];

function toFacts(steps: readonly Step[], readCode?: ReadCode): SessionFacts {
  const { events, session } = toSessionEvents(steps, 'claude-code');
  const builder = createFactsBuilder({ agent: 'claude-code', file: 'session.jsonl', readCode });
  for (const event of events) builder.add(event);
  return builder.finish(session);
}

function register(meta: Partial<RuleMeta>, find: (facts: SessionFacts) => Candidate[]): RegisteredRule {
  return {
    group: 'test',
    rule: { meta: { id: 'a-rule', version: 1, kind: 'scope', stage: 'stable', worth: 2, concepts: ['a concept'], activities: ['E3'], ...meta }, find },
    text: { title: 'About {what}', what: 'What.', why: 'Why.', whatToDo: 'Do.', references: [] },
  };
}

const onEdit = (facts: SessionFacts, rest: Partial<Candidate> = {}): Candidate => ({
  decision: { from: first(facts.edits), shape: 'edit' },
  evidence: [{ place: first(facts.edits), quote: 'rows' }],
  confidence: 0.5,
  sources: 1,
  params: { what: 'rows' },
  ...rest,
});
const onClaim = (facts: SessionFacts, rest: Partial<Candidate> = {}): Candidate =>
  onEdit(facts, { decision: { from: first(facts.claims), shape: 'claim' }, evidence: [{ place: first(facts.claims), quote: 'Fixed.' }], ...rest });

/** Borne out by something after everything else. */
const borneOut: Partial<Candidate> = { hindsight: [{ place: { seq: 999, line: 999 }, quote: 'kept' }] };
/** Marked at what the person answered. */
const told = (f: SessionFacts): Partial<Candidate> => ({ mark: { from: first(f.humanTurns.slice(1)) } });

/** The first of a list that has one. */
function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('nothing was found');
  return one;
}

const facts = toFacts([...BEFORE, ...UNHAPPY]);
const all = { sound: 'both' } as const;

describe('findMoments', () => {
  test('ranks by a score whose parts explain it', () => {
    const weak = register({ id: 'weak' }, (f) => [onEdit(f, { confidence: 0.3 })]);
    const strong = register({ id: 'strong', kind: 'edge-case' }, (f) => [onClaim(f, { confidence: 0.6, sources: 2 })]);
    const found = findWith([weak, strong], facts, all);
    expect(found.map(({ rule, rank }) => [rule, rank])).toEqual([
      ['strong', 1],
      ['weak', 2],
    ]);
    for (const { score } of found) expect(score.total).toBeCloseTo((score.worth / 3) * score.confidence * score.agreement * score.novelty * score.teachability);
  });

  test('keeps one moment a place: the rule that supersedes, whatever its score', () => {
    const general = register({ id: 'general' }, (f) => [onEdit(f, { confidence: 0.9, sources: 2 })]);
    const specific = register({ id: 'specific', supersedes: ['general'] }, (f) => [onEdit(f, { confidence: 0.3 })]);
    expect(findWith([general, specific], facts, all).map(({ rule }) => rule)).toEqual(['specific']);
  });

  test('one decision is asked about once, by the better of two rules that ask the same', () => {
    const claim = register({ id: 'claim', kind: 'claim-unverified' }, (f) => [onClaim(f, { confidence: 0.4 })]);
    const overruled = register({ id: 'overruled', kind: 'human-correction' }, (f) => [onClaim(f, { ...told(f), confidence: 0.7, sources: 2 })]);
    expect(findWith([claim, overruled], facts, all).map(({ rule }) => rule)).toEqual(['overruled']);
    const other = register({ id: 'other', kind: 'false-assumption' }, (f) => [
      onClaim(f, {
        ...told(f),
        decision: { from: first(f.claims), shape: 'belief' },
        evidence: [{ place: first(f.claims), quote: 'The export writes every row now.' }],
      }),
    ]);
    expect(findWith([claim, other], facts, all)).toHaveLength(2);
  });

  test('a moment is no wider than a reader would mark', () => {
    const wide = register({}, (f) => [onEdit(f, { mark: { from: { seq: 0, line: 1 }, to: { seq: 900, line: 900 } } })]);
    const found = first(findWith([wide], facts, all));
    expect(found.span.end - found.span.start).toBeLessThan(MAX_SPAN);
  });

  test('a mark that leads up to the decision is cut where it begins', () => {
    const decision = { from: { seq: 40, line: 40 }, shape: 'edit' as const };
    const mark = { from: { seq: 1, line: 1 }, to: decision.from };
    const placed = placeCandidate(
      register({}, () => []),
      { decision, mark, evidence: [], confidence: 1, sources: 1, params: {} },
    );
    expect(placed.span).toEqual({ start: 41 - MAX_SPAN, end: 40 });
  });

  test('the first three are not all of one kind where another is there', () => {
    const lines = facts.marks.filter(({ line }, index) => facts.marks.findIndex((mark) => mark.line === line) === index);
    const same = register({ id: 'same' }, () =>
      lines.slice(0, 4).map((mark) => onEdit(facts, { mark: { from: mark }, decision: { from: mark, shape: 'command' }, confidence: 0.9 })),
    );
    const other = register({ id: 'other', kind: 'design' }, () => [
      onEdit(facts, { decision: { from: first(lines.slice(-1)), shape: 'command' }, confidence: 0.1 }),
    ]);
    const kinds = findWith([same, other], facts, all).map(({ kind }) => kind);
    expect(kinds).toHaveLength(5);
    expect(kinds.slice(0, 3)).toContain('design');
  });

  test('what stands on a line the judge sees is no hindsight', () => {
    const edit = first(facts.edits);
    const found = first(
      findWith(
        [
          register({}, (f) => [
            onEdit(f, {
              hindsight: [
                { place: edit, quote: 'itself' },
                { place: first(facts.humanTurns.slice(1)), quote: 'later' },
              ],
            }),
          ]),
        ],
        facts,
        all,
      ),
    );
    expect(found.hindsight.map(({ quote }) => quote)).toEqual(['later']);
  });

  test('sound decisions are found apart from the others', () => {
    expect(findMoments(facts, { sound: true }).every(({ kind }) => kind === 'good-practice')).toBe(true);
    expect(findMoments(facts, { sound: false }).some(({ kind }) => kind === 'good-practice')).toBe(false);
  });

  test('a decision another rule finds fault with is not offered as sound', () => {
    const sound = register({ id: 'sound', kind: 'good-practice' }, (f) => [onClaim(f, { ...borneOut, confidence: 1, sources: 2 })]);
    const fault = register({ id: 'fault' }, (f) => [onClaim(f, { confidence: 0.2 })]);
    expect(findWith([sound], facts, { sound: true })).toHaveLength(1);
    expect(findWith([sound, fault], facts, { sound: true })).toEqual([]);
    expect(findWith([sound, fault], facts, { sound: false }).map(({ rule }) => rule)).toEqual(['fault']);
  });

  test('a decision that nothing later bears out is not offered as sound', () => {
    const unsettled = register({ id: 'unsettled', kind: 'good-practice' }, (f) => [onClaim(f, { confidence: 1, sources: 2 })]);
    expect(findWith([unsettled], facts, { sound: true })).toEqual([]);
  });

  test('the first three sound ones are not all of one rule where another is there', () => {
    const lines = facts.marks.filter(({ line }, index) => facts.marks.findIndex((mark) => mark.line === line) === index);
    const at = (place: Place, confidence: number): Candidate =>
      onEdit(facts, { ...borneOut, mark: { from: place }, decision: { from: place, shape: 'command' }, confidence });
    const often = register({ id: 'often', kind: 'good-practice' }, () => lines.slice(0, 4).map((mark) => at(mark, 0.9)));
    const seldom = register({ id: 'seldom', kind: 'good-practice' }, () => lines.slice(-1).map((mark) => at(mark, 0.1)));
    const rules = findWith([often, seldom], facts, { sound: true }).map(({ rule }) => rule);
    expect(rules).toHaveLength(5);
    expect(rules.slice(0, 3)).toContain('seldom');
  });
});

const SHAPES: readonly ((f: SessionFacts) => Candidate)[] = [
  (f) => onEdit(f),
  (f) => onClaim(f),
  (f) => onEdit(f, { decision: { from: first(f.runs), shape: 'command' } }),
  (f) => onEdit(f, { decision: { from: first(f.edits), shape: 'test-edit' } }),
  (f) => onEdit(f, { decision: { from: first(f.claims), shape: 'belief' } }),
  (f) => onEdit(f, { decision: { from: first(f.claims), shape: 'plan' } }),
  (f) => onEdit(f, { decision: { from: first(f.humanTurns), shape: 'request' } }),
];

describe('before the reveal', () => {
  const laterSteps = fc.array(fc.constantFrom(...HAPPY, ...UNHAPPY), { maxLength: 6 });

  test('question and propositions do not depend on what came later, nor on the rule', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), laterSteps, laterSteps, (make, one, other) => {
        const see = (later: readonly Step[], meta: Partial<RuleMeta>) => {
          const found = first(findWith([register(meta, (f) => [{ ...make(f), ...borneOut }])], toFacts([...BEFORE, ...later]), all));
          return { question: found.question, propositions: found.propositions.map(({ id, text }) => [id, text]) };
        };
        expect(see(one, { id: 'unsound', kind: 'edge-case' })).toEqual(see(other, { id: 'sound', kind: 'good-practice' }));
      }),
    );
  });

  test('a claim is asked about in the same words, whichever of its sentences a rule looked at', () => {
    const quotes = ['Fixed.', 'The export writes every row now.'];
    const questions = quotes.map((quote) => {
      const find = (f: SessionFacts) => [onClaim(f, { evidence: [{ place: first(f.claims), quote }] })];
      return first(findWith([register({}, find)], facts, all)).question;
    });
    expect(new Set(questions).size).toBe(1);
  });

  test('a question speaks of this session', () => {
    for (const make of SHAPES.slice(0, 3)) {
      const found = first(findWith([register({}, (f) => [make(f)])], facts, all));
      expect(found.question).toMatch(/export|npm test/);
    }
  });
});

const truths = (steps: readonly Step[]) => {
  const found = first(findWith([register({}, (f) => [onClaim(f)])], toFacts(steps), all));
  return Object.fromEntries(found.propositions.map(({ id, truth }) => [id, truth]));
};

const findWait: ReadCode = () => [{ pattern: 'sleep', side: 'added', line: 1, endLine: 1, text: 'sleep(5)', captures: {} }];

describe('propositions', () => {
  test('are settled by what followed', () => {
    expect(truths([...BEFORE, ...UNHAPPY])).toEqual({ 'person-objects': true, 'goes-on-and-stays': false, 'goes-on-and-changes': false });
    expect(truths([...BEFORE, ...HAPPY])).toEqual({ 'person-objects': false, 'goes-on-and-stays': true, 'goes-on-and-changes': false });
  });

  test('stay open where the session ends', () => {
    expect(Object.values(truths(BEFORE))).toEqual([null, null, null]);
  });

  test('are two to four of which one is true, or none is known', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHAPES), fc.array(fc.constantFrom(...HAPPY, ...UNHAPPY), { maxLength: 6 }), (make, later) => {
        const { propositions } = first(findWith([register({}, (f) => [make(f)])], toFacts([...BEFORE, ...later]), all));
        const came = propositions.filter(({ truth }) => truth === true);
        expect(propositions.length).toBeGreaterThanOrEqual(2);
        expect(propositions.length).toBeLessThanOrEqual(4);
        expect(new Set(propositions.map(({ text }) => text)).size).toBe(propositions.length);
        expect(came).toHaveLength(propositions.some(({ truth }) => truth !== null) ? 1 : 0);
        expect(propositions.some(({ belief }) => belief !== undefined) || propositions[0]?.id === 'edits-first').toBe(true);
      }),
    );
  });

  test('of a wait name what somebody would expect of it', () => {
    const found = first(findWith([register({}, (f) => [onEdit(f)])], toFacts(BEFORE, findWait), all));
    expect(found.propositions.find(({ belief }) => belief === 'C1')?.text).toMatch(/^With the wait in place/);
  });

  test('what settles one lies after what the judge sees', () => {
    for (const { propositions, shownUntil } of findMoments(facts, all)) {
      for (const { settledBy } of propositions) if (settledBy) expect(settledBy.start).toBeGreaterThan(shownUntil);
    }
  });
});
