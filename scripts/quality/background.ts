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

export const findAlarms = (commits: readonly BackgroundCommit[], { all = false } = {}): Alarm[] =>
  commits.flatMap((commit) => findInDiff(commit.diff, { all }).map((finding) => ({ ...finding, in: commit })));
