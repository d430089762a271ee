/** A session's events as lines of text, as the readers of the labelled sessions saw theirs: `L12 14:03:22 AGENT: …`. */
import type { Action, SessionEvent } from '../../../src/model/event.ts';

export interface RenderedEvent {
  readonly line: number;
  readonly isRequest: boolean;
  /** Of a call, its changes and its result: what joins them. */
  readonly callId: string | null;
  readonly text: string;
}

const MOST = 1200;
const MOST_OF_A_CHANGE = 3000;
const MOST_OF_A_RESULT = 1200;
/** Of a text that is too long the beginning says more than the end. */
const HEAD = 0.7;

export function renderEvent(event: SessionEvent): RenderedEvent | null {
  const said = toWords(event);
  if (said === null) return null;
  const thread = event.thread === 'main' ? '' : '(sub)';
  const [who, what] = said;
  return {
    line: event.line,
    isRequest: event.kind === 'prompt' && event.origin === 'human' && event.thread === 'main',
    callId: 'callId' in event ? (event.callId ?? null) : null,
    text: `L${event.line} ${event.at?.slice(11, 19) ?? ''} ${who}${thread}: ${what}`,
  };
}

function toWords(event: SessionEvent): [string, string] | null {
  if (event.kind === 'prompt') return [event.origin === 'human' ? 'USER' : `USER (${event.origin})`, cut(event.text)];
  if (event.kind === 'reply') return ['AGENT', cut(event.text)];
  if (event.kind === 'reasoning') return ['THINK', cut(event.text)];
  if (event.kind === 'call') return [`CALL ${event.tool}`, cut(describeAction(event.action))];
  if (event.kind === 'result')
    return [`RESULT${event.outcome === 'ok' ? '' : ` (${event.outcome})`}`, cut([event.text, event.humanText ?? ''].join('\n').trim(), MOST_OF_A_RESULT)];
  if (event.kind === 'edit')
    return [`EDIT ${event.change} ${event.path}`, cut(`\n${event.hunks.flatMap(({ lines }) => ['@@', ...lines]).join('\n')}`, MOST_OF_A_CHANGE)];
  if (event.kind === 'interruption') return ['USER', `[interrupted] ${event.reason ?? ''}`];
  if (event.kind === 'compaction') return ['SYSTEM', '[the conversation was compacted]'];
  return null;
}

function describeAction(action: Action): string {
  if (action.type === 'run') return action.command;
  if (action.type === 'edit') return action.paths.join(' ');
  if (action.type === 'read') return action.path;
  if (action.type === 'search') return [action.query, action.path ?? ''].join(' ').trim();
  if (action.type === 'plan') return action.text;
  if (action.type === 'ask') return action.questions.join('\n');
  if (action.type === 'delegate') return action.prompt;
  if (action.type === 'fetch') return action.target;
  if (action.type === 'track') return action.items.join('; ');
  return action.type === 'other' ? action.input : `${action.handle} ${action.input ?? ''}`;
}

function cut(text: string, most = MOST): string {
  if (text.length <= most) return text;
  const head = Math.floor(most * HEAD);
  return `${text.slice(0, head)} …[${text.length - most} characters cut]… ${text.slice(head - most)}`;
}
