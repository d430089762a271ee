/** Who wrote a message that stands under the person's name. */
import type { PromptOrigin } from '../../model/event.ts';

export interface UserText {
  readonly origin: PromptOrigin;
  readonly text: string;
  /** The conversation before it was replaced by it. */
  readonly isSnapshot: boolean;
  /** The folder that the first, automatic message names. */
  readonly cwd: string | undefined;
}

const HOOK_CONTEXT = /<hook_context>[\s\S]*?<\/hook_context>/g;
const SETUP = /^(?:<session_context>|This is the (?:Gemini CLI|Qwen Code)\. We are setting up the context)/;
const FOLDER = /(?:Workspace Directories:\*\*\s*\n\s*- |working in the directory: )([^\n]+)/;
const SNAPSHOT = /^(?:<scratchpad>[\s\S]*?<\/scratchpad>\s*)?<(?:state_snapshot|compressed_chat_history)>/;
/** The program's own nudge after a stop. */
const NUDGE = /^(?:System: )?Please continue\.$/;
const SHELL_MODE = /^I ran the following shell command:/;
const COMMAND = /^\/[a-z][\w:-]*(?:\s|$)/;

/** Undefined where nothing is said. */
export function readUserText(said: string, isSubAgent: boolean): UserText | undefined {
  const text = said.replace(HOOK_CONTEXT, '').trim();
  const told = (origin: PromptOrigin, rest: Partial<UserText> = {}): UserText => ({ origin, text, isSnapshot: false, cwd: undefined, ...rest });
  if (text === '') return said.trim() === '' ? undefined : told('hook', { text: said.trim() });
  if (SETUP.test(text)) return told('system', { cwd: FOLDER.exec(text)?.[1]?.trim() });
  if (SNAPSHOT.test(text)) return told('summary', { isSnapshot: true });
  if (NUDGE.test(text)) return told('system');
  if (SHELL_MODE.test(text) || COMMAND.test(text)) return told('command');
  return told(isSubAgent ? 'agent' : 'human');
}
