/** What git says of a commit, as far as joining it to sessions needs. Instants are milliseconds since the epoch. */
export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  /** Kept by rebase, amend and cherry-pick; the committer's instant is not. */
  readonly authorAt: number;
  readonly committedAt: number;
  readonly subject: string;
  readonly trailers: readonly CommitTrailer[];
  readonly files: readonly FileChange[];
}

export interface CommitTrailer {
  readonly name: string;
  readonly value: string;
}

/** One file of a commit against its first parent. Paths are relative to the repository's root. */
export interface FileChange {
  readonly path: string;
  /** Its path before, where it was renamed or copied. */
  readonly from?: string;
  readonly hunks: readonly CommittedHunk[];
}

/** Contiguous lines that the commit added, in place of those it removed. `start` is the 1-based number of the first added line. */
export interface CommittedHunk {
  readonly start: number;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Where one line of a file comes from, as git sees it. `commit` is null for a line that is not committed yet. */
export interface BlamedLine {
  readonly number: number;
  readonly text: string;
  readonly commit: string | null;
  readonly path: string;
  readonly originalNumber: number;
}
