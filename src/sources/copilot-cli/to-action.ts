/** What a tool call of Copilot CLI does. Tools of other programs (MCP) are `other`. */
import type { Action } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';
import { toArguments } from './to-arguments.ts';

export function toCopilotAction(tool: string, input: unknown): Action {
  const args = toArguments(input);
  const text = (name: string) => cutProse(toText(args[name]));
  switch (tool) {
    case 'bash':
    case 'powershell':
    case 'shell':
    case 'local_shell':
      return toRun(args);
    case 'read_bash':
    case 'write_bash':
    case 'stop_bash':
    case 'read_powershell':
    case 'write_powershell':
    case 'stop_powershell':
      return { type: 'continue', handle: text('shellId') || text('sessionId'), input: toOptionalText(args['input']) };
    case 'edit':
    case 'create':
    case 'str_replace':
    case 'insert':
      return { type: 'edit', paths: [text('path')] };
    case 'str_replace_editor':
      return args['command'] === 'view' ? { type: 'read', path: text('path') } : { type: 'edit', paths: [text('path')] };
    case 'apply_patch':
    case 'git_apply_patch':
      return { type: 'edit', paths: parsePatchEnvelope(toPatchText(input)).map((edit) => edit.path) };
    case 'view':
    case 'show_file':
      return { type: 'read', path: text('path') };
    case 'grep':
    case 'rg':
      return { type: 'search', query: text('pattern'), path: toOptionalText(args['path']) };
    case 'glob':
      return { type: 'search', query: text('pattern'), path: toOptionalText(args['path']) };
    case 'exit_plan_mode':
      return { type: 'plan', text: text('plan') || text('planContent') || text('summary') };
    case 'ask_user':
      return { type: 'ask', questions: [text('question')].filter(Boolean) };
    case 'task':
      return { type: 'delegate', prompt: text('prompt') || text('description') };
    case 'web_fetch':
      return { type: 'fetch', target: text('url') };
    case 'web_search':
      return { type: 'fetch', target: text('query') };
    case 'update_todo':
      return { type: 'track', items: toTodos(args['todos']) };
    default:
      return { type: 'other', input: cutProse(toText(input)) };
  }
}

export function toPatchText(input: unknown): string {
  const args = toArguments(input);
  return toOptionalText(args['input']) ?? toOptionalText(args['patch']) ?? toText(input);
}

function toRun(args: Fields): Action {
  return {
    type: 'run',
    command: cutProse(toText(args['command'])),
    background: args['mode'] === 'async' || args['async'] === true || args['detach'] === true || undefined,
    description: toOptionalText(args['description']),
  };
}

/** A Markdown list in a string, or a list of objects. */
function toTodos(todos: unknown): string[] {
  const entries = typeof todos === 'string' ? todos.split('\n').map((line) => line.replace(/^\s*(?:[-*]|\d+\.)?\s*(?:\[.?\])?\s*/, '')) : toList(todos);
  return entries.map((entry) => cutProse(typeof entry === 'string' ? entry : toText(toFields(entry)['title'] ?? toFields(entry)['content']))).filter(Boolean);
}
