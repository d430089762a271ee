/** Who really wrote a text that stands in the person's place. */
import type { PromptOrigin } from '../../model/event.ts';

export interface UserText {
  readonly origin: PromptOrigin;
  readonly text: string;
  /** Codex tells the model that the person stopped it. */
  readonly isAbort?: true;
}

const ABORT = /^\s*<turn_aborted>/;
const AGENTS_MD = /^\s*(# AGENTS\.md instructions for |<INSTRUCTIONS>|# Codex desktop context)/;
const SHELL = /^\s*<user_shell_command>[\s\S]*?<command>\s*([\s\S]*?)\s*<\/command>/;
const AGENT = /^\s*<(subagent_notification|agent_message|agent_brief)\b/;
const SKILL = /^\s*<(skill|slash_command|user_action)>/;
const HOOK = /^\s*<(hook_prompt|hook_context|hook)\b/;
/** Codex marks what it adds with tags of its own, one word or words with an underscore, around the whole text. */
const WRAPPED =
  /^\s*<(environment_context|user_instructions|permissions instructions|[a-z]+(?:_[a-z]+)+|environment|instructions|context|goal|plan|image)\b[^>]*>/;
/** Editors put the open files before the request. */
const REQUEST = /^# Context from my IDE setup:[\s\S]*?\n## My request for Codex:\s*\n([\s\S]*)$/;

export function readUserText(text: string, isSubAgent: boolean): UserText | undefined {
  if (text.trim() === '') return undefined;
  if (ABORT.test(text)) return { origin: 'system', text, isAbort: true };
  const shell = SHELL.exec(text);
  if (shell) return { origin: 'command', text: `! ${shell[1]}` };
  if (SKILL.test(text)) return { origin: 'command', text };
  if (HOOK.test(text)) return { origin: 'hook', text };
  if (AGENT.test(text)) return { origin: 'agent', text };
  if (AGENTS_MD.test(text) || isWrapped(text)) return { origin: 'system', text };
  const request = REQUEST.exec(text)?.[1]?.trim();
  return { origin: isSubAgent ? 'agent' : 'human', text: request || text };
}

function isWrapped(text: string): boolean {
  const tag = WRAPPED.exec(text)?.[1];
  return tag !== undefined && text.trimEnd().endsWith(`</${tag}>`);
}
