/** The commit that a finished `git commit` made. */
import type { CommitFact } from '../facts.ts';
import { copyText, headOf } from '../cut-text.ts';
import type { ReadCommand } from '../shell/read-commands.ts';
import { programName } from '../shell/unwrap-command.ts';
import type { FinishedRun } from './collect-runs.ts';

/** git prints `[branch abc1234] subject`, with `(root-commit)` before the id of the first. */
const PRINTED = /^\[[^\]\n]{1,200}? (?:\(root-commit\) )?([0-9a-f]{7,40})\] (.*)$/m;
/** Aider's own words after a commit it made. */
const AIDER_PRINTED = /^Commit ([0-9a-f]{7,40}) (.*)$/;
const LONGEST_MESSAGE = 2000;

export function readCommit({ run, commands, output }: FinishedRun): CommitFact | null {
  const command = commands.find(isCommit);
  if (command === undefined) return null;
  const printed = output.startsWith('Commit ') ? AIDER_PRINTED.exec(output) : output.includes('[') ? PRINTED.exec(output) : null;
  // Behind `| tail` or `;` the status may be another command's: only git's own line proves the commit then.
  if (printed === null && (run.status !== 'passed' || run.outcome === 'running')) return null;
  return {
    seq: run.seq,
    line: run.line,
    run,
    message: headOf(readMessage(command) || (printed?.[2] ?? ''), LONGEST_MESSAGE),
    sha: printed?.[1] === undefined ? null : copyText(printed[1]),
  };
}

function isCommit({ words }: ReadCommand): boolean {
  return programName(words[0]) === 'git' && gitVerb(words) === 'commit' && !words.includes('--dry-run') && !words.includes('--help');
}

/** The sub-command of `git`, its own options before it skipped. */
export function gitVerb(words: readonly string[]): string {
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-C' || word === '-c' || word === '--git-dir' || word === '--work-tree') at++;
    else if (!word.startsWith('-')) return word;
  }
  return '';
}

function readMessage({ words, heredocs }: ReadCommand): string {
  const parts: string[] = [];
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    const inline = /^(?:--message=|-m)([\s\S]+)$/.exec(word);
    if (inline !== null) parts.push(inline[1] ?? '');
    else if (word === '--message' || /^-[a-z]*m$/.test(word)) parts.push(words[++at] ?? '');
    else if ((word === '-F' || word === '--file') && (words[at + 1] === '-' || words[at + 1] === '/dev/stdin')) parts.push(heredocs[0] ?? '');
  }
  return parts.map(heredocBody).join('\n\n').trim();
}

/** `$(cat <<'EOF' … EOF)` is what agents write for a message of several lines. */
function heredocBody(message: string): string {
  if (!message.startsWith('$(cat')) return message;
  const opening = /<<-?\s*\\?['"]?(\w+)['"]?[^\n]*\n/.exec(message);
  if (opening === null) return message;
  const start = opening.index + opening[0].length;
  const end = message.lastIndexOf(`\n${opening[1]}`);
  return message.slice(start, end >= start ? end : message.length).replace(/\)\s*$/, '');
}
