/** What a tool of Cline, Roo or Kilo does. Tools of other programs (MCP) are `other`. */
import type { Action } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';

/** Tools whose text is the agent's answer to the person, and the parameter that holds it. */
const REPLY_PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['attempt_completion', 'result'],
  ['plan_mode_respond', 'response'],
  ['act_mode_respond', 'response'],
]);

/** What the agent says to the person by this call; undefined for a call that does something. */
export function toReplyText(tool: string, input: Fields): string | undefined {
  const parameter = REPLY_PARAMETERS.get(tool);
  return parameter === undefined ? undefined : toText(input[parameter]);
}

export function toAction(tool: string, input: Fields): Action {
  const text = (name: string) => cutProse(toText(input[name]));
  switch (tool) {
    case 'execute_command':
      return { type: 'run', command: text('command'), cwd: toOptionalText(input['cwd']) };
    case 'write_to_file':
    case 'replace_in_file':
    case 'insert_content':
    case 'search_and_replace':
    case 'search_replace':
    case 'edit_file':
    case 'edit':
    case 'apply_diff':
    case 'apply_patch':
    case 'delete_file':
    case 'new_rule':
      return { type: 'edit', paths: toEditedPaths(tool, input) };
    case 'read_file':
      return { type: 'read', path: text('path') || firstPath(input) };
    case 'list_files':
    case 'list_code_definition_names':
      return { type: 'read', path: text('path') };
    case 'search_files':
      return { type: 'search', query: text('regex'), path: toOptionalText(input['path']) };
    case 'codebase_search':
      return { type: 'search', query: text('query'), path: toOptionalText(input['path']) };
    case 'ask_followup_question':
      return { type: 'ask', questions: [text('question')].filter(Boolean) };
    case 'new_task':
      return { type: 'delegate', prompt: text('message') || text('context') };
    case 'web_fetch':
      return { type: 'fetch', target: text('url') };
    case 'web_search':
      return { type: 'fetch', target: text('query') };
    case 'update_todo_list':
      return { type: 'track', items: toTodos(text('todos')) };
    default:
      return { type: 'other', input: cutProse(JSON.stringify(input)) };
  }
}

export function toEditedPaths(tool: string, input: Fields): string[] {
  if (tool === 'apply_patch') return parsePatchEnvelope(toPatchText(input)).map((edit) => edit.path);
  const path = toText(input['path'] ?? input['file_path']);
  return path === '' ? toFileParts(input).map((part) => part.path) : [path];
}

export const toPatchText = (input: Fields): string => toText(input['input'] ?? input['patch']);

const WRAPPING = /<\/?(?:content|diff)>|<!\[CDATA\[|\]\]>/g;
const FILE_PART = /<file>([\s\S]*?)<\/file>/g;

/** Roo takes several files in one call, as markup inside a parameter. */
export function toFileParts(input: Fields): { path: string; body: string }[] {
  const args = toText(input['args']);
  return [...args.matchAll(FILE_PART)].flatMap(([, body = '']) => {
    const path = /<path>([\s\S]*?)<\/path>/.exec(body)?.[1]?.trim();
    return path ? [{ path, body: body.replace(WRAPPING, '\n') }] : [];
  });
}

function firstPath(input: Fields): string {
  const [file] = toList(input['files']);
  return toFileParts(input)[0]?.path ?? toText(toFields(file)['path'] ?? (typeof file === 'string' ? file : ''));
}

const toTodos = (todos: string): string[] =>
  todos
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)?\s*(?:\[.?\])?\s*/, '').trim())
    .filter(Boolean);
