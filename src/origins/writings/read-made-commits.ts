import type { EventOf } from '../../model/event.ts';
import type { ReadShell } from './shell-command.ts';
import type { MadeCommit } from './writing.ts';

/** `[branch abc1234] subject`, with `(root-commit)` before the id of the first. */
const PRINTED = /^\[[^\]\n]{1,200}? (?:\(root-commit\) )?([0-9a-f]{7,40})\] (.*)$/gm;
/** What Aider tells of each commit it makes itself. */
const AIDER = /^Commit ([0-9a-f]{7,40}) (.*)$/gm;

/** Commits that a finished command made. */
export function readMadeCommits(command: string, event: EventOf<'result'>, readShell: ReadShell): MadeCommit[] {
  const at = event.at === null ? null : Date.parse(event.at);
  if (!/\bgit\b|commit/.test(command)) return [];
  const printed = [...event.text.matchAll(PRINTED), ...event.text.matchAll(AIDER)].map(([, sha = '', subject = '']) => ({
    seq: event.seq,
    at,
    sha,
    subject: subject.trim(),
  }));
  if (printed.length > 0 || event.outcome !== 'ok' || !command.includes('commit')) return printed;
  const subjects = readShell(command).flatMap(({ words }) => (words[0]?.endsWith('git') && words.includes('commit') ? [toSubject(words)] : []));
  return subjects.flatMap((subject) => (subject === '' ? [] : [{ seq: event.seq, at, sha: null, subject }]));
}

function toSubject(words: readonly string[]): string {
  const at = words.findIndex((word) => word === '--message' || /^-[a-z]*m$/.test(word));
  const message = at === -1 ? '' : (words[at + 1] ?? '');
  // `$(cat <<'EOF' … EOF)` is how agents write messages of several lines.
  return (
    message
      .split('\n')
      .find((line) => !line.startsWith('$(cat <<'))
      ?.trim() ?? ''
  );
}
