import type { Action } from '../../../model/event.ts';

export interface ActionWords {
  /** What the agent does, as a heading: "Run", "Read". */
  readonly verb: string;
  /** To what, as the transcript has it. */
  readonly object: string;
}

/** A tool call in words, whatever its agent calls the tool. */
export function describeAction(action: Action, tool: string): ActionWords {
  switch (action.type) {
    case 'run':
      return { verb: action.background ? 'Run in the background' : 'Run', object: action.command };
    case 'continue':
      return action.input ? { verb: 'Type into the running command', object: action.input } : { verb: 'Wait for the running command', object: action.handle };
    case 'edit':
      return { verb: 'Edit', object: action.paths.join('\n') };
    case 'read':
      return { verb: 'Read', object: action.path };
    case 'search':
      return { verb: 'Search', object: action.path ? `${action.query}  in ${action.path}` : action.query };
    case 'plan':
      return { verb: 'Plan', object: action.text };
    case 'ask':
      return { verb: 'Ask you', object: action.questions.join('\n') };
    case 'delegate':
      return { verb: 'Hand to a sub-agent', object: action.prompt };
    case 'fetch':
      return { verb: 'Fetch', object: action.target };
    case 'track':
      return { verb: 'List what to do', object: action.items.join('\n') };
    case 'other':
      return { verb: tool, object: action.input };
  }
}
