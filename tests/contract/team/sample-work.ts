/** A case of every kind that is judged for two, and what is sealed in its round. */
import { shareRequestSchema, type ShareRequest } from '../../../src/model/team/shared-case.ts';
import type { RevealedAnswer, Sealable } from '../../../src/model/team/team-round.ts';
import { sampleCase, sampleJudgement } from './sample-case.ts';

export const SAMPLE_KINDS = ['moment', 'comparison', 'deconstruction'] as const;
export type SampleKind = (typeof SAMPLE_KINDS)[number];

const HUNK = '0123456789ab';
const hunk = (line: string) => ({ oldStart: 1, oldLines: 0, newStart: 1, newLines: 1, lines: [`+${line}`] });
const LETTERS = ['A', 'B'];

/** `WITHHELD` stands in what only those may read who have all answered. */
export function sampleShare(kind: SampleKind, pair: string): ShareRequest {
  if (kind === 'moment') return sampleCase(pair);
  if (kind === 'deconstruction')
    return shareRequestSchema.parse({
      version: 1,
      kind,
      pair,
      deconstruction: {
        task: 'Parse the price',
        suite: 'node --test',
        hunks: [{ id: HUNK, path: 'price.js', hunk: hunk('round();'), risk: 0.5, reasons: [] }],
      },
      withheld: { truth: { range: 'WITHHELD..HEAD', findings: [{ id: HUNK, finding: 'needed', failingTests: ['WITHHELD'] }] } },
    });
  const outputs = LETTERS.map((letter) => ({ letter, files: [{ path: 'price.js', change: 'update', hunks: [hunk(letter)] }], added: 1, removed: 0 }));
  const results = LETTERS.map((letter) => ({ letter, passed: letter === 'A', failingTests: ['WITHHELD'], command: 'node --test', durationMs: 1 }));
  return shareRequestSchema.parse({
    version: 1,
    kind,
    pair,
    comparison: { task: 'Parse the price', outputs },
    withheld: {
      truth: { seed: 'WITHHELD', base: '0'.repeat(40), outputs: LETTERS.map((letter) => ({ letter, ref: 'WITHHELD', commit: '1'.repeat(40) })), results },
    },
  });
}

export function sampleAnswer(kind: SampleKind, words: string): Sealable {
  if (kind === 'moment') return { answer: 'judgement', judgement: sampleJudgement(words) };
  if (kind === 'comparison') return { answer: 'ranking', ranking: { ranking: LETTERS, passes: { A: 80, B: 20 }, reason: words, knewOutcome: false } };
  return { answer: 'predictions', predictions: { predictions: { [HUNK]: { expects: 'failure', test: 'price' } }, reason: words, knewOutcome: false } };
}

/** As it is sent to be sealed: the route tells by its shape what it is. */
export function toSealBody(answer: Sealable): object {
  if (answer.answer === 'judgement') return answer.judgement;
  return answer.answer === 'ranking' ? answer.ranking : answer.predictions;
}

/** The words of an answer after the reveal; null where somebody passed. */
export const wordsOf = ({ judgement, ranking, predictions }: RevealedAnswer): string | null => (judgement ?? ranking ?? predictions)?.reason ?? null;
