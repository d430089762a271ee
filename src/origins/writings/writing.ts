/** One act of putting lines into a file, as a session shows it. */
export interface Writing {
  /** The event that did it: an edit, a command, or for a person's change the edit that first met it. */
  readonly seq: number;
  /** Milliseconds since the epoch; null where the session has no times. */
  readonly at: number | null;
  readonly thread: string;
  /** As the agent named it, absolute where known; then the names it was moved or copied to. */
  readonly paths: readonly string[];
  readonly way: WritingWay;
  /** Added lines in order; an empty line stands between pieces that are not neighbours. */
  readonly lines: readonly string[];
}

/**
 * `edit`: the agent's editing tool. `shell`: a command that holds the lines. `script`: a program handed to an interpreter or
 * an in-place editor, whose text holds them. `states`: a command changed the file, seen by its states before and after.
 * `person`: the file changed between two of the agent's edits and no command of the agent did it.
 */
export type WritingWay = 'edit' | 'shell' | 'script' | 'states' | 'person';

/** A command that changed files without saying what it wrote into them. */
export interface Touch {
  readonly seq: number;
  readonly at: number | null;
  readonly thread: string;
  /** Files it names; null where it may have changed any. */
  readonly paths: readonly string[] | null;
  readonly program: string;
}

/** A commit made inside the session. */
export interface MadeCommit {
  readonly seq: number;
  readonly at: number | null;
  /** As git printed it, abbreviated; null where it printed nothing. */
  readonly sha: string | null;
  readonly subject: string;
}

export interface SessionWritings {
  readonly writings: readonly Writing[];
  readonly touches: readonly Touch[];
  readonly commits: readonly MadeCommit[];
}
