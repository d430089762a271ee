import type { Action, SessionEvent } from '../../model/event.ts';
import type { SearchKind } from '../../model/search-kinds.ts';

export interface SearchText {
  readonly kind: SearchKind;
  readonly text: string;
}

/** What is looked through of one event. Outputs are most of a session's bytes and least of its words: their beginning tells what they are. */
const MOST_CHARS: Readonly<Record<SearchKind, number>> = { prompt: 40_000, reply: 40_000, reasoning: 40_000, command: 8000, file: 2000, output: 2000 };

/** Null where an event has no words of its own, or only those another one has. */
export function toSearchText(event: SessionEvent): SearchText | null {
  const found = readText(event);
  return found && found.text.trim() !== '' ? { kind: found.kind, text: found.text.slice(0, MOST_CHARS[found.kind]) } : null;
}

function readText(event: SessionEvent): SearchText | null {
  switch (event.kind) {
    case 'prompt':
      // What a system or a hook puts in is the same in every session.
      return event.origin === 'system' || event.origin === 'hook' ? null : { kind: 'prompt', text: event.text };
    case 'reply':
    case 'reasoning':
      return { kind: event.kind, text: event.text };
    case 'call':
      return readAction(event.action);
    case 'edit':
      return { kind: 'file', text: event.movedTo ? `${event.path}\n${event.movedTo}` : event.path };
    case 'result':
      return { kind: 'output', text: event.humanText ? `${event.humanText}\n${event.text}` : event.text };
    default:
      return null;
  }
}

function readAction(action: Action): SearchText | null {
  switch (action.type) {
    case 'run':
      return { kind: 'command', text: action.command };
    case 'continue':
      return { kind: 'command', text: action.input ?? '' };
    case 'search':
      return { kind: 'command', text: action.path ? `${action.query}\n${action.path}` : action.query };
    case 'fetch':
      return { kind: 'command', text: action.target };
    case 'other':
      return { kind: 'command', text: action.input };
    case 'read':
      return { kind: 'file', text: action.path };
    case 'plan':
      return { kind: 'reply', text: action.text };
    case 'ask':
      return { kind: 'reply', text: action.questions.join('\n') };
    case 'delegate':
      return { kind: 'reply', text: action.prompt };
    case 'track':
      return { kind: 'reply', text: action.items.join('\n') };
    case 'edit':
      // The edit that came of it has the path.
      return null;
  }
}
