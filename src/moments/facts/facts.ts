/**
 * What is known about one session after one pass: the only thing rules look at. Everything is ordered by `seq`, keeps the
 * source line it came from, and holds bounded text, so that a session of any size has facts of modest size.
 */
import type { AgentName } from '../../model/agent.ts';
import type { CallOutcome, EventKind, EventOf } from '../../model/event.ts';
import type { Session } from '../../model/session.ts';

/** Where a fact stands: `seq` in the session, `line` in its file. */
export interface Place {
  readonly seq: number;
  readonly line: number;
}

export interface EventMark extends Place {
  readonly id: string;
  readonly kind: EventKind;
  readonly at: number | null; // ms since epoch
  readonly thread: string;
  readonly turn: number;
  readonly replayed: boolean;
}

export type HumanAct = 'request' | 'correction' | 'question' | 'approval' | 'report' | 'acknowledgement';

/** One message of the person. */
export interface HumanTurn extends Place {
  readonly turn: number;
  readonly at: number | null;
  readonly text: string;
  /** Their own words: pasted logs, plans, reviews, code and agent-made wrappers taken out. */
  readonly own: string;
  readonly pasted: 'none' | 'part' | 'all';
  readonly acts: ReadonlySet<HumanAct>;
  /** A call this turn refused, or a reply or tool it interrupted: an explicit sign. */
  readonly explicit?: 'refused-call' | 'interrupt';
  /** For a refusal: the call that was refused. */
  readonly refusedCall?: Place;
  /** ms between the end of the agent's output and this message. */
  readonly afterMs: number | null;
}

export type ClaimType = 'tests-pass' | 'fixed' | 'works' | 'complete' | 'clean' | 'cause' | 'fact';

/** A sentence of the agent that asserts a result or a belief. */
export interface Claim extends Place {
  readonly turn: number;
  readonly type: ClaimType;
  readonly sentence: string;
  readonly hedged: boolean;
  /** Said in the last message before the person's next turn (or the end). */
  readonly final: boolean;
  /** The same message discloses that it was not run, failed, or is partial. */
  readonly disclosed: boolean;
  readonly from: 'reply' | 'reasoning';
}

/** A sentence in which the agent takes something back: "I was wrong", "the real issue", "actually", "you're right". */
export interface Admission extends Place {
  readonly turn: number;
  readonly sentence: string;
  readonly strength: 'explicit' | 'implied';
  readonly from: 'reply' | 'reasoning';
  /** Words of the sentence worth matching against earlier claims, edits and paths (identifiers, file names, nouns). */
  readonly words: readonly string[];
}

export interface Message extends Place {
  readonly turn: number;
  readonly at: number | null;
  readonly text: string;
  readonly thread: string;
  readonly final: boolean;
}

export type RunClass =
  | 'test'
  | 'build'
  | 'type-check'
  | 'lint'
  | 'format'
  | 'install'
  | 'git'
  | 'search'
  | 'read'
  | 'run'
  | 'network'
  | 'files'
  | 'process'
  | 'other';
export type RunStatus = 'passed' | 'failed' | 'refused' | 'interrupted' | 'running' | 'unknown';

/** One simple command of a shell line: words as the shell would split them, operators and redirections apart. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly env: readonly string[];
  readonly redirects: readonly string[];
  /** The operator that joins it to the one before: '', '&&', '||', ';', '|', '&'. */
  readonly joinedBy: string;
  /** Words of programs that only run this one, taken off its front: `sudo`, `timeout 60`, `npx`, `uv run`. */
  readonly wrappers?: readonly string[];
}

export interface Failure {
  /** Normalised: numbers, paths, times and addresses taken out, then hashed. Equal signatures are the same failure. */
  readonly signature: string;
  readonly message: string;
  readonly tests: readonly string[];
  readonly locations: readonly { readonly path: string; readonly line: number }[];
}

export interface Run extends Place {
  readonly turn: number;
  readonly at: number | null;
  readonly thread: string;
  readonly callId: string;
  readonly resultSeq: number | null;
  readonly resultLine: number | null;
  readonly command: string;
  readonly commands: readonly ShellCommand[];
  /** `other` for a test, build or lint that never started: no such script, command not found. Of a chain that failed, the class of what failed. */
  readonly class: RunClass;
  /** What a test, build or lint covered: everything, named files, or one test by name. */
  readonly scope: 'all' | 'part' | 'one';
  readonly scopeNames: readonly string[];
  readonly outcome: CallOutcome | null;
  readonly status: RunStatus;
  readonly exitCode: number | null;
  readonly failure: Failure | null;
  readonly passedTests: number | null;
  readonly failedTests: number | null;
  /** The exit status says nothing: `|| true`, a pipe into tail without pipefail, output thrown away. */
  readonly masked: boolean;
  readonly durationMs: number | null;
  /** The first and the last 2 KB of the output; of a short output both hold all. */
  readonly head: string;
  readonly tail: string;
}

export type FileRole = 'test' | 'product' | 'config' | 'docs' | 'generated' | 'scratch';

/** One changed line with its number in the file (0 when unknown). */
export interface ChangedLine {
  readonly number: number;
  readonly text: string;
}

/** A finding of the code engine in changed lines of one edit. `rule` is a code pattern's id. */
export interface CodeMatch {
  readonly pattern: string;
  readonly side: 'added' | 'removed';
  readonly line: number;
  readonly endLine: number;
  readonly text: string;
  readonly captures: Readonly<Record<string, string>>;
}

export type EditFate =
  | { readonly type: 'kept' }
  | { readonly type: 'rewritten'; readonly by: Place; readonly lines: number; readonly sameTurn: boolean }
  | { readonly type: 'reverted'; readonly by: Place; readonly sameTurn: boolean };

export interface EditFact extends Place {
  readonly turn: number;
  readonly at: number | null;
  readonly thread: string;
  readonly callId: string;
  readonly eventId: string;
  readonly resultLine: number | null;
  readonly path: string;
  /** Path relative to the session's working directory where it lies inside. */
  readonly shownPath: string;
  readonly role: FileRole;
  readonly language: string | null;
  readonly change: 'create' | 'update' | 'delete' | 'move';
  readonly added: readonly ChangedLine[];
  readonly removed: readonly ChangedLine[];
  /** Added minus lines that were only moved within the edit, and the like for removed. */
  readonly addedCount: number;
  readonly removedCount: number;
  readonly humanModified: boolean;
  readonly readBefore: boolean;
  readonly matches: readonly CodeMatch[];
  fate: EditFate;
}

export interface ReadFact extends Place {
  readonly path: string;
}

export interface CommitFact extends Place {
  readonly run: Run;
  readonly message: string;
  readonly sha: string | null;
}

export interface PlanFact extends Place {
  readonly text: string;
  readonly answer: 'approved' | 'refused' | null;
  readonly answerMs: number | null;
}

/** A call that is not a run and not an edit, kept for context. */
export interface OtherCall extends Place {
  readonly tool: string;
  readonly type: string;
  readonly text: string;
  readonly outcome: CallOutcome | null;
  /** A search that found nothing. */
  readonly empty: boolean;
  /** What the person answered, and where: of a question put to them. */
  readonly answer?: Place & { readonly text: string };
}

export interface SessionFacts {
  readonly agent: AgentName;
  readonly file: string;
  readonly session: Session;
  readonly marks: readonly EventMark[];
  readonly humanTurns: readonly HumanTurn[];
  readonly replies: readonly Message[];
  readonly reasoning: readonly Message[];
  readonly claims: readonly Claim[];
  readonly admissions: readonly Admission[];
  readonly runs: readonly Run[];
  readonly edits: readonly EditFact[];
  readonly reads: readonly ReadFact[];
  readonly commits: readonly CommitFact[];
  readonly plans: readonly PlanFact[];
  readonly otherCalls: readonly OtherCall[];
  readonly compactions: readonly Place[];
  readonly interruptions: readonly Place[];
}

/** Finds code patterns in the changed lines of one edit, while its whole file is still at hand. */
export type ReadCode = (edit: EventOf<'edit'>, language: string) => readonly CodeMatch[];
