import type { Drill } from '../../model/drill.ts';
import type { Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import type { Refusal } from './verify-bug.ts';

export const MINING_STAGES = ['fixes', 'parts', 'mutations'] as const;
export type MiningStage = (typeof MINING_STAGES)[number];

export interface MineRequest {
  /** A folder in the repository. */
  readonly folder: string;
  /** How many new drills. */
  readonly wanted: number;
  /** How many commits to look back. */
  readonly commits: number;
  /** Only code and tests below this folder, from the repository's root; '' for all. */
  readonly under: string;
  readonly only?: MiningStage;
  readonly signal?: AbortSignal;
  /** Told of every candidate that is about to be tried, without what it is: a commit's own words would be an answer. */
  readonly onProgress?: (what: string) => void;
  readonly onDrill?: (drill: Drill) => void;
}

/** What a stage is given: it tells of every candidate once. */
export interface MiningContext {
  readonly root: string;
  readonly sandbox: Sandbox;
  readonly request: MineRequest;
  readonly at: () => string;
  /** What a mining before this one made of a candidate. */
  readonly knownOutcome: (key: string) => string | undefined;
  /** False where the repository has this drill already. */
  readonly keep: (key: string, drill: Drill) => boolean;
  readonly refuse: (key: string, refusal: Refusal) => void;
  /** Whether a mining before this one made a drill of it. */
  readonly isKept: (key: string) => boolean;
  readonly onRun: (duration: number) => void;
}
