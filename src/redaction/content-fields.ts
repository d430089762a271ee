/**
 * Which fields of the vocabulary hold what a person or a program wrote, and which are structure. A field that is added to the
 * vocabulary does not compile until it is named here.
 */
import type { Case, Outcome } from '../model/case.ts';
import type { Action, EventKind, EventOf } from '../model/event.ts';
import type { Hunk } from '../model/hunk.ts';
import type { ComparisonTruth, SharedComparison, ShownOutput } from '../model/team/shared-comparison.ts';
import type { DeconstructionTruth, SharedDeconstruction, SharedHunk } from '../model/team/shared-deconstruction.ts';
import type { Citation, Hindsight, Proposition } from '../model/moment.ts';

/**
 * - `whole`: ids, hashes, times, names of tools and models, numbers: never touched.
 * - `content`: everything is looked for.
 * - `key`: paths and names that other records point to. Only what is a secret by its form and the person's name in a home folder
 *   are replaced, the same everywhere, so that equal keys stay equal.
 * - `lines`: the lines of a hunk, whose first character is not content.
 */
export type FieldRule = 'whole' | 'content' | 'key' | 'lines' | 'event' | FieldTable;
export interface FieldTable {
  readonly [field: string]: FieldRule;
}

type TableOf<T> = { readonly [K in keyof T]-?: FieldRule };

const base = { id: 'whole', seq: 'whole', line: 'whole', at: 'whole', thread: 'whole', replayed: 'whole', kind: 'whole' } as const;

const hunk = { oldStart: 'whole', oldLines: 'whole', newStart: 'whole', newLines: 'whole', lines: 'lines' } as const satisfies TableOf<Hunk>;

/** Every field of every action: no two actions use one name for different things. */
const action = {
  type: 'whole',
  command: 'content',
  cwd: 'key',
  background: 'whole',
  description: 'content',
  handle: 'whole',
  input: 'content',
  paths: 'key',
  path: 'key',
  query: 'content',
  text: 'content',
  questions: 'content',
  prompt: 'content',
  thread: 'whole',
  target: 'content',
  items: 'content',
} as const satisfies TableOf<UnionOf<Action>>;

/** All fields of all members of a union. */
type UnionOf<T> = { [K in T extends unknown ? keyof T : never]: unknown };

export const EVENT_FIELDS = {
  prompt: { ...base, text: 'content', origin: 'whole', images: 'whole' },
  reply: { ...base, text: 'content', model: 'whole' },
  reasoning: { ...base, text: 'content' },
  call: { ...base, callId: 'whole', tool: 'whole', action },
  result: {
    ...base,
    callId: 'whole',
    outcome: 'whole',
    text: 'content',
    cutChars: 'whole',
    exitCode: 'whole',
    exitInferred: 'whole',
    durationMs: 'whole',
    handle: 'whole',
    humanText: 'content',
  },
  edit: {
    ...base,
    callId: 'whole',
    path: 'key',
    change: 'whole',
    movedTo: 'key',
    hunks: hunk,
    humanModified: 'whole',
    resultLine: 'whole',
    before: 'content',
    after: 'content',
  },
  interruption: { ...base, during: 'whole', reason: 'content' },
  compaction: { ...base, trigger: 'whole', tokensBefore: 'whole' },
  rollback: { ...base, turns: 'whole' },
  note: { ...base, text: 'content', topic: 'whole' },
} as const satisfies { readonly [K in EventKind]: TableOf<EventOf<K>> };

const task = { line: 'whole', text: 'content' } as const;
const citation = { line: 'whole', quote: 'content' } as const satisfies TableOf<Citation>;
const hindsight = { start: 'whole', end: 'whole', quote: 'content' } as const satisfies TableOf<Hindsight>;
const proposition = { id: 'whole', text: 'content', truth: 'whole', belief: 'whole', settledBy: hindsight } as const satisfies TableOf<Proposition>;

export const CASE_FIELDS = {
  moment: 'whole',
  session: 'whole',
  sessionTitle: 'content',
  agent: 'whole',
  repository: 'key',
  cwd: 'key',
  at: 'whole',
  minutes: 'whole',
  question: 'content',
  shape: 'whole',
  task,
  lastAsked: task,
  decision: 'whole',
  shownUntil: 'whole',
  shown: 'event',
  earlierEvents: 'whole',
  propositions: proposition,
} as const satisfies TableOf<Case>;

export const OUTCOME_FIELDS = {
  kind: 'whole',
  sound: 'whole',
  rule: 'whole',
  title: 'content',
  why: 'whole',
  whatToDo: 'whole',
  references: 'whole',
  concepts: 'whole',
  activities: 'whole',
  evidence: citation,
  hindsight,
  propositions: proposition,
  later: 'event',
  precision: 'whole',
} as const satisfies TableOf<Outcome>;

const output = {
  letter: 'whole',
  files: { path: 'key', change: 'whole', hunks: hunk } satisfies TableOf<ShownOutput['files'][number]>,
  added: 'whole',
  removed: 'whole',
} as const satisfies TableOf<ShownOutput>;
const hiddenResult = { passed: 'whole', failingTests: 'content' } as const;

export const COMPARISON_FIELDS = { task: 'content', outputs: output } as const satisfies TableOf<SharedComparison>;

export const COMPARISON_TRUTH_FIELDS = {
  seed: 'whole',
  base: 'whole',
  outputs: { letter: 'whole', ref: 'key', commit: 'whole' } satisfies TableOf<ComparisonTruth['outputs'][number]>,
  results: { letter: 'whole', ...hiddenResult, hidden: hiddenResult, command: 'content', durationMs: 'whole' } satisfies TableOf<
    ComparisonTruth['results'][number]
  >,
} as const satisfies TableOf<ComparisonTruth>;

export const DECONSTRUCTION_FIELDS = {
  task: 'content',
  suite: 'content',
  hunks: { id: 'whole', path: 'key', hunk, risk: 'whole', reasons: 'content' } satisfies TableOf<SharedHunk>,
} as const satisfies TableOf<SharedDeconstruction>;

export const DECONSTRUCTION_TRUTH_FIELDS = {
  range: 'key',
  findings: { id: 'whole', finding: 'whole', failingTests: 'content' } satisfies TableOf<DeconstructionTruth['findings'][number]>,
} as const satisfies TableOf<DeconstructionTruth>;
