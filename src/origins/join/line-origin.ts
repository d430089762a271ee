/** Where a committed line comes from, how sure that is from 0 to 1, and what speaks for it. */
export interface LineOrigin {
  readonly path: string;
  readonly number: number;
  readonly text: string;
  readonly by: 'agent' | 'person' | 'unknown';
  readonly confidence: number;
  /** The act in a session that wrote the line; null where none is known, though the session may be. */
  readonly source: OriginSource | null;
  readonly evidence: readonly Evidence[];
}

export interface OriginSource {
  readonly session: string;
  /** The event that wrote it; null where only the session is known, from a record of git's own. */
  readonly seq: number | null;
  readonly thread: string;
  readonly at: number | null;
  readonly way: 'edit' | 'shell' | 'script' | 'states' | 'person' | 'touched' | 'recorded';
}

export type EvidenceSign =
  | 'same-line'
  | 'same-words'
  | 'changed-words'
  | 'neighbours'
  | 'same-path'
  | 'like-path'
  | 'other-path'
  | 'before-commit'
  | 'after-authoring'
  | 'no-time'
  | 'made-in-session'
  | 'began-at-parent'
  | 'recorded'
  | 'command-touched-file'
  | 'states-differ'
  | 'written-between-edits'
  | 'not-in-session'
  | 'nothing-found';

export interface Evidence {
  readonly sign: EvidenceSign;
  /** A number that goes with the sign: neighbours that agree, share of words, minutes before the commit. */
  readonly amount?: number;
}
