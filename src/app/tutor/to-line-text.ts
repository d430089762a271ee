import type { Action, SessionEvent } from '../../model/event.ts';
import type { LineText } from '../../tutor/second-reader.ts';

/** What an event says, as one text on its line; nothing where it says nothing. */
export function toLineText(event: SessionEvent): LineText[] {
  const { by, text } = toSpoken(event);
  return text.trim() === '' ? [] : [{ line: event.line, by, text }];
}

function toSpoken(event: SessionEvent): Omit<LineText, 'line'> {
  switch (event.kind) {
    case 'prompt':
      return { by: event.origin === 'human' ? 'person' : event.origin, text: event.text };
    case 'reply':
    case 'reasoning':
      return { by: event.kind === 'reply' ? 'agent' : 'agent thinking', text: event.text };
    case 'call':
      // What an edit changes follows as the edit itself.
      return { by: 'agent calls', text: event.action.type === 'edit' ? '' : describeAction(event.action) };
    case 'result':
      return { by: `result: ${event.outcome}`, text: [event.humanText, event.text].filter(Boolean).join('\n') };
    case 'edit':
      return { by: `agent edits (${event.change})`, text: [event.path, ...event.hunks.flatMap(({ lines }) => lines)].join('\n') };
    case 'note':
      return { by: event.topic, text: event.text };
    case 'interruption':
      return { by: 'person interrupts', text: event.reason ?? '' };
    case 'compaction':
    case 'rollback':
      return { by: event.kind, text: '' };
  }
}

function describeAction(action: Action): string {
  switch (action.type) {
    case 'run':
      return action.command;
    case 'edit':
      return action.paths.join('\n');
    case 'read':
      return action.path;
    case 'search':
      return [action.query, action.path].filter(Boolean).join(' ');
    case 'plan':
      return action.text;
    case 'ask':
      return action.questions.join('\n');
    case 'delegate':
      return action.prompt;
    case 'fetch':
      return action.target;
    case 'track':
      return action.items.join('\n');
    case 'continue':
    case 'other':
      return action.input ?? '';
  }
}
