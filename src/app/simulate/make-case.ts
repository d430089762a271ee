import { createHash } from 'node:crypto';
import type { PairId } from '../../model/team/ids.ts';
import { shareRequestSchema, type ShareRequest } from '../../model/team/shared-case.ts';
import type { CaseTemplate } from './case-templates.ts';

const MINUTE_MS = 60_000;

export interface MadeCase {
  readonly request: ShareRequest;
  /** As its owner's machine names the bytes. */
  readonly digest: string;
}

/** A case as its owner's machine would send it. `nth` tells two of one template apart. */
export function makeCase(pair: PairId, template: CaseTemplate, { repository, at, nth }: { repository: string; at: Date; nth: number }): MadeCase {
  const instant = (minutes: number): string => new Date(at.getTime() + minutes * MINUTE_MS).toISOString();
  const lines = [...template.change];
  const propositions = [
    { id: 'happened', text: template.happened, truth: true },
    { id: 'expected', text: template.expected, truth: false, ...(template.belief ? { belief: template.belief } : {}) },
  ];
  return close({
    version: 1,
    kind: 'moment',
    pair,
    case: {
      moment: toAlias('m', pair, nth),
      session: toAlias('s', pair, nth),
      sessionTitle: template.task,
      agent: 'claude-code',
      repository,
      cwd: null,
      at: instant(0),
      minutes: 5,
      question: template.question,
      shape: template.kind === 'claim-unverified' ? 'claim' : template.kind === 'test-weakened' ? 'test-edit' : 'edit',
      task: { line: 1, text: template.task },
      lastAsked: null,
      decision: { start: 3, end: 3 },
      shownUntil: 4,
      shown: [
        { id: 'prompt', seq: 1, line: 1, at: instant(0), thread: 'main', kind: 'prompt', text: template.task, origin: 'human' },
        {
          id: 'edit',
          seq: 2,
          line: 3,
          at: instant(2),
          thread: 'main',
          kind: 'edit',
          callId: 'c1',
          path: template.path,
          change: 'update',
          hunks: [toHunk(lines)],
        },
        { id: 'reply', seq: 3, line: 4, at: instant(3), thread: 'main', kind: 'reply', text: template.reply },
      ],
      earlierEvents: 0,
      propositions: propositions.map(({ id, text }) => ({ id, text })),
    },
    tree: null,
    withheld: {
      outcome: {
        kind: template.kind,
        sound: template.sound,
        rule: 'simulated/simulated',
        title: template.title,
        why: template.why,
        whatToDo: template.whatToDo,
        references: [],
        concepts: [...template.concepts],
        activities: [...template.activities],
        evidence: [{ line: 3, quote: lines.at(-1) ?? '' }],
        hindsight: [{ start: 9, end: 9, quote: template.happened }],
        propositions,
        later: [{ id: 'later', seq: 9, line: 9, at: instant(40), thread: 'main', kind: 'reply', text: template.happened }],
        precision: null,
      },
      fix: null,
    },
  });
}

/** A change of a project taken apart: one hunk that a test holds, and one that none minds. */
export function makeDeconstruction(pair: PairId, task: string, nth: number): MadeCase {
  const held = toHunkId(pair, nth, 'held');
  const left = toHunkId(pair, nth, 'left');
  return close({
    version: 1,
    kind: 'deconstruction',
    pair,
    deconstruction: {
      task,
      suite: 'vitest',
      hunks: [
        { id: held, path: 'src/filter.ts', hunk: oneMore('export const filter = ('), risk: 0.7, reasons: ['changes what callers get'] },
        { id: left, path: 'src/report.ts', hunk: oneMore('print('), risk: 0.3, reasons: ['no test reads it'] },
      ],
    },
    withheld: {
      truth: {
        range: 'main~1..main',
        findings: [
          { id: held, finding: 'needed', failingTests: ['filters by date'] },
          { id: left, finding: 'unexplained', failingTests: [] },
        ],
      },
    },
  });
}

export const toHunkId = (pair: string, nth: number, which: 'held' | 'left'): string => hashOf(`${pair} ${nth} ${which}`).slice(0, 12);

const oneMore = (line: string) => toHunk([` ${line}`, '+  limit,']);

const toHunk = (lines: readonly string[]) => ({
  oldStart: 10,
  oldLines: lines.filter((line) => !line.startsWith('+')).length,
  newStart: 10,
  newLines: lines.filter((line) => !line.startsWith('-')).length,
  lines: [...lines],
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const toAlias = (letter: string, pair: string, nth: number): string => `${letter}_${hashOf(`${letter} ${pair} ${nth}`).slice(0, 16)}`;

function close(given: unknown): MadeCase {
  const request = shareRequestSchema.parse(given);
  return { request, digest: hashOf(JSON.stringify(request)) };
}
