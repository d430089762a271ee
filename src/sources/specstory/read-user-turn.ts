import { readUserText as readClaudeText, type UserText } from '../claude-code/read-user-text.ts';
import { readUserText as readCodexText } from '../codex/read-user-text.ts';
import { readUserText as readCursorText } from '../cursor/read-user-text.ts';

const SKILL = /^\s*Base directory for this skill/;

/** Who wrote what stands under "User". The flags that told are gone: only the text is left, in the words of the agent it came from. */
export function readUserTurn(
  text: string,
  program: string,
  { isSidechain, followsCommand }: { isSidechain: boolean; followsCommand: boolean },
): readonly UserText[] {
  if (program.startsWith('Codex')) {
    const said = readCodexText(text, isSidechain);
    if (!said) return [];
    return said.isAbort ? [{ as: 'interruption', during: 'reply' }] : [{ as: 'prompt', origin: said.origin, text: said.text }];
  }
  if (program.startsWith('Cursor')) return readCursorText(text).map((said) => ({ as: 'prompt', ...said }));
  // The text of a command or skill is written out right after it was called, as if the person had typed it.
  const isMeta = SKILL.test(text) || (followsCommand && !text.startsWith('<'));
  const isSummary = text.startsWith('This session is being continued from a previous conversation');
  return readClaudeText(text, { isMeta, isSummary, isSubAgent: isSidechain, isFromProgram: false });
}
