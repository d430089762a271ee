/** The simple commands of a shell line, wrappers taken off and `bash -c '…'` opened. */
import type { ShellCommand } from '../facts.ts';
import { headOf } from '../cut-text.ts';
import { parseShell } from './parse-shell.ts';
import { programName, unwrapCommand } from './unwrap-command.ts';

/** With the bodies of its here-documents, for those who read a commit message from one. */
export interface ReadCommand extends ShellCommand {
  readonly wrappers: readonly string[];
  readonly heredocs: readonly string[];
}

const SHELLS = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh', 'fish']);
const LONGEST_LINE = 64_000;
const LONGEST_WORD = 2000;
const MOST_COMMANDS = 200;
const DEEPEST_SHELL = 4;

/** @param longestWord characters kept of a word or a here-document: enough to know a command by, unless what it writes is wanted too */
export function readCommands(line: string, longestWord = LONGEST_WORD): ReadCommand[] {
  const commands: ReadCommand[] = [];
  collect(headOf(line, Math.max(LONGEST_LINE, longestWord)), '', { depth: 0, longestWord }, commands);
  return commands;
}

function collect(line: string, joinedBy: string, { depth, longestWord }: { depth: number; longestWord: number }, commands: ReadCommand[]): void {
  let first = true;
  for (const parsed of parseShell(line)) {
    if (commands.length >= MOST_COMMANDS) return;
    const operator = first && joinedBy !== '' ? joinedBy : parsed.joinedBy;
    first = false;
    const { words, wrappers, env } = unwrapCommand(parsed.words);
    const script = depth < DEEPEST_SHELL ? shellScript(words) : null;
    if (script !== null) {
      const before = commands.length;
      collect(script, operator, { depth: depth + 1, longestWord }, commands);
      if (commands.length > before) continue;
    }
    commands.push({
      words: words.map((word) => headOf(word, longestWord)),
      env: [...parsed.env, ...env],
      redirects: parsed.redirects,
      joinedBy: operator,
      wrappers,
      heredocs: parsed.heredocs.map((body) => headOf(body, longestWord)),
    });
  }
}

/** The script of `bash -lc SCRIPT`, or null. */
function shellScript(words: readonly string[]): string | null {
  if (!SHELLS.has(programName(words[0]))) return null;
  for (let at = 1; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) return null;
    if (/^-[a-z]*c[a-z]*$/.test(word)) return words[at + 1] ?? null;
  }
  return null;
}
