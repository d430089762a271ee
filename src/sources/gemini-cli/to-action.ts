/** What a tool call of Gemini CLI, or of its forks, does. Tools of other programs (MCP) are `other`. */
import type { Action } from '../../model/event.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';

export function toAction(tool: string, args: Fields): Action {
  const text = (...names: string[]): string => cutProse(names.map((name) => toText(args[name])).find(Boolean) ?? '');
  switch (tool) {
    case 'run_shell_command':
      return {
        type: 'run',
        command: text('command'),
        cwd: toOptionalText(args['dir_path']) ?? toOptionalText(args['directory']),
        background: args['is_background'] === true || undefined,
        description: toOptionalText(args['description']),
      };
    case 'read_file':
      return { type: 'read', path: text('file_path', 'absolute_path', 'path') };
    case 'read_many_files':
      return { type: 'read', path: toWords(args['include'] ?? args['paths']).join(' ') };
    case 'list_directory':
      return { type: 'read', path: text('dir_path', 'path') };
    case 'grep_search':
    case 'search_file_content':
    case 'glob':
      return { type: 'search', query: text('pattern'), path: toOptionalText(args['dir_path']) ?? toOptionalText(args['path']) };
    case 'replace':
    case 'edit':
    case 'write_file':
      return { type: 'edit', paths: [text('file_path', 'absolute_path')] };
    case 'web_fetch':
      return { type: 'fetch', target: text('url', 'prompt') };
    case 'google_web_search':
    case 'web_search':
      return { type: 'fetch', target: text('query') };
    case 'write_todos':
    case 'todo_write':
      return { type: 'track', items: toWords(args['todos'], 'description', 'content') };
    case 'ask_user':
    case 'ask_user_question':
      return { type: 'ask', questions: toWords(args['questions'], 'question') };
    case 'exit_plan_mode':
      return { type: 'plan', text: text('plan', 'plan_path', 'plan_filename') };
    case 'codebase_investigator':
    case 'delegate_to_agent':
    case 'invoke_agent':
    case 'task':
    case 'agent':
      return { type: 'delegate', prompt: text('prompt', 'objective', 'query', 'description') };
    default:
      return { type: 'other', input: cutProse(JSON.stringify(args)) };
  }
}

/** The texts of a list, or of one of the named members of its objects. */
function toWords(value: unknown, ...names: string[]): string[] {
  return toList(value)
    .map((item) => (typeof item === 'string' ? item : (names.map((name) => toText(toFields(item)[name])).find(Boolean) ?? '')))
    .filter(Boolean)
    .map(cutProse);
}
