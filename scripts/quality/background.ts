import type { Measured } from '../../src/moments/engine/select-rules.ts';
import { findInDiff, type DiffFinding } from './find-in-diff.ts';

/** An ordinary commit: a row of background-commits. Nobody labelled it; most of what is said of it is a false alarm. */
export interface BackgroundCommit {
  readonly repo: string;
  readonly commit: string;
  readonly subject: string;
  readonly diff: string;
}

export interface Alarm extends DiffFinding {
  readonly in: BackgroundCommit;
}

export const findAlarms = (commits: readonly BackgroundCommit[], options: { all?: boolean; measured?: Measured } = {}): Alarm[] =>
  commits.flatMap((commit) => findInDiff(commit.diff, options).map((finding) => ({ ...finding, in: commit })));
