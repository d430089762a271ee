/** Who really wrote a message that stands in the person's place. */
import type { PromptOrigin } from '../../model/event.ts';
import type { UserMessage } from './records/user-message.ts';

const WRAPPED = /^\s*<(system_notification|system_reminder|current_datetime|skill-context|reminder|context|attachments)\b[^>]*>/;
const SKILL = /^skill\b/;
const COMMAND = /^command\b/;
/** Words for the person's own typing; anything else that is named was sent by the program. */
const PERSONS = new Set(['user', 'human', 'immediate', 'queued', 'steering']);

export function toOrigin({ content, source, isAutopilotContinuation }: UserMessage, isSubAgent: boolean): PromptOrigin {
  if (isAutopilotContinuation === true) return 'system';
  if (isSubAgent) return 'agent';
  if (source && SKILL.test(source)) return 'command';
  if (source && COMMAND.test(source)) return 'command';
  if (source?.startsWith('agent')) return 'agent';
  if (source && !PERSONS.has(source)) return 'system';
  return WRAPPED.test(content) ? 'system' : 'human';
}
