import type { Thread, ThreadAnchor } from '../../../model/team/thread.ts';

/** Where a question points, in words. */
export function describeAnchor(anchor: ThreadAnchor | null): string | null {
  if (anchor === null) return null;
  if ('path' in anchor) return `${anchor.path}, ${toLines(anchor.startLine, anchor.endLine)}`;
  return toLines(anchor.line, anchor.endLine ?? anchor.line);
}

const toLines = (start: number, end: number): string => (start === end ? `line ${start}` : `lines ${start} to ${end}`);

/** Threads that hang on these lines or on some of them; all where no lines are named. */
export function listThreadsAt(threads: readonly Thread[], anchor: ThreadAnchor | undefined): Thread[] {
  return anchor === undefined ? [...threads] : threads.filter((thread) => thread.anchor !== null && touches(thread.anchor, anchor));
}

function touches(one: ThreadAnchor, other: ThreadAnchor): boolean {
  if ('path' in one || 'path' in other) {
    return 'path' in one && 'path' in other && one.path === other.path && one.startLine <= other.endLine && other.startLine <= one.endLine;
  }
  return one.line <= (other.endLine ?? other.line) && other.line <= (one.endLine ?? one.line);
}
