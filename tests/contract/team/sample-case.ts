import type { Outcome } from '../../../src/model/case.ts';
import type { Judgement } from '../../../src/model/judgement.ts';
import { shareCaseRequestSchema, shareRequestSchema, type ShareCaseRequest, type ShareRequest } from '../../../src/model/team/shared-case.ts';

/** A case as its owner's machine sends it. `mark` stands in everything that only those it is shared with may read. */
export function sampleCase(pair: string, mark = 'plain', { sound = false } = {}): ShareCaseRequest {
  const outcome: Outcome = {
    kind: sound ? 'good-practice' : 'claim-unverified',
    sound,
    rule: 'claims/claim-beyond-tests',
    title: `WITHHELD ${mark}`,
    why: 'One test was run of many.',
    whatToDo: 'Run what the claim is about.',
    references: [],
    concepts: ['verification'],
    activities: [],
    evidence: [{ line: 14, quote: `WITHHELD ${mark}` }],
    hindsight: [{ start: 20, end: 21, quote: `WITHHELD ${mark}` }],
    propositions: [
      { id: 'later-red', text: 'A later run fails.', truth: !sound },
      { id: 'quiet', text: 'Nothing more is heard of it.', truth: sound },
    ],
    later: [],
    precision: null,
  };
  return shareCaseRequestSchema.parse({
    version: 1,
    kind: 'moment',
    pair,
    case: {
      moment: 'm_0000000000000001',
      session: 's_0000000000000001',
      sessionTitle: `Parse the price ${mark}`,
      agent: 'claude-code',
      repository: 'shop',
      cwd: null,
      at: '2026-03-02T10:00:00.000Z',
      minutes: 5,
      question: 'Would you accept this?',
      shape: 'claim',
      task: { line: 1, text: `Parse the price ${mark}` },
      lastAsked: null,
      decision: { start: 12, end: 14 },
      shownUntil: 14,
      shown: [{ id: 'e1', seq: 1, line: 12, at: null, thread: 'main', kind: 'reply', text: `All tests pass. ${mark}` }],
      earlierEvents: 0,
      propositions: outcome.propositions.map(({ id, text }) => ({ id, text })),
    },
    tree: null,
    withheld: { outcome, fix: null },
  });
}

export function sampleJudgement(reason: string, over: Partial<Judgement> = {}): Judgement {
  return {
    verdict: 'reject',
    lines: [{ start: 12, end: 14 }],
    reason,
    proposition: 'later-red',
    probability: 80,
    changeMyMind: '',
    knewOutcome: false,
    ...over,
  };
}

export const sampleDebrief = {
  generalRule: 'Run what the claim is about before making it.',
  whatWasRight: 'Read the output first.',
  nextTime: 'Run the whole suite.',
  uncertainties: '',
  changedMind: '',
};

/** A change of three hunks, taken apart: a test minds the first, none the second, and the third could not be run. */
export const SAMPLE_HUNKS = ['aaaaaaaaaaaa', 'bbbbbbbbbbbb', 'cccccccccccc'] as const;
export function sampleDeconstruction(pair: string, task = 'Parse the price.'): ShareRequest {
  const findings = ['needed', 'unexplained', 'could-not-run'] as const;
  return shareRequestSchema.parse({
    version: 1,
    kind: 'deconstruction',
    pair,
    deconstruction: {
      task,
      suite: 'npm test',
      hunks: SAMPLE_HUNKS.map((id, index) => ({
        id,
        path: `src/price-${index}.js`,
        hunk: { oldStart: 10 * index, oldLines: 0, newStart: 10 * index + 1, newLines: 1, lines: [`+parse(${index});`] },
        risk: 0.5,
        reasons: [],
      })),
    },
    withheld: {
      truth: {
        range: 'main..change',
        findings: SAMPLE_HUNKS.map((id, index) => ({ id, finding: findings[index], failingTests: index === 0 ? ['parses'] : [] })),
      },
    },
  });
}

/** What a person expects of `sampleDeconstruction`. */
export const samplePredictions = {
  predictions: Object.fromEntries(SAMPLE_HUNKS.map((id) => [id, { expects: 'nothing' }])),
  reason: 'None of it is tested.',
  knewOutcome: false,
};
