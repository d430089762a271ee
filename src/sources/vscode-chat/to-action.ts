/** What a tool of VS Code's chat does, by the name the model calls it. Tools of other programs (MCP) are `other`. */
import type { Action } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { toCopilotAction, toPatchText } from '../copilot-cli/to-action.ts';
import { toArguments } from '../copilot-cli/to-arguments.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText } from '../fields.ts';

export function toVsCodeAction(tool: string, input: unknown): Action {
  const args = toArguments(input);
  const text = (name: string) => cutProse(toText(args[name]));
  switch (tool) {
    case 'run_in_terminal':
    case 'run_task':
      return {
        type: 'run',
        command: text('command') || text('id'),
        background: args['isBackground'] === true || undefined,
        description: toOptionalText(args['explanation']),
      };
    case 'get_terminal_output':
    case 'await_terminal':
    case 'kill_terminal':
      return { type: 'continue', handle: text('id') };
    case 'create_file':
    case 'replace_string_in_file':
    case 'insert_edit_into_file':
    case 'edit_notebook_file':
    case 'delete_file':
      return { type: 'edit', paths: [text('filePath')] };
    case 'multi_replace_string_in_file':
      return {
        type: 'edit',
        paths: [...new Set(toList(args['replacements']).map((replacement) => toText(toFields(replacement)['filePath'])))].filter(Boolean),
      };
    case 'apply_patch':
      return { type: 'edit', paths: parsePatchEnvelope(toPatchText(input)).map((edit) => edit.path) };
    case 'read_file':
    case 'view_image':
      return { type: 'read', path: text('filePath') };
    case 'list_dir':
      return { type: 'read', path: text('path') };
    case 'grep_search':
    case 'file_search':
    case 'semantic_search':
    case 'test_search':
      return { type: 'search', query: text('query'), path: toOptionalText(args['includePattern']) };
    case 'fetch_webpage':
      return { type: 'fetch', target: toList(args['urls']).map(toText).join(' ') };
    case 'runSubagent':
    case 'search_subagent':
      return { type: 'delegate', prompt: text('prompt') || text('query') || text('description') };
    case 'manage_todo_list':
      return {
        type: 'track',
        items: toList(args['todoList'])
          .map((item) => cutProse(toText(toFields(item)['title'])))
          .filter(Boolean),
      };
    case 'vscode_askQuestions':
    case 'ask_questions':
      return {
        type: 'ask',
        questions: toList(args['questions'])
          .map((question) => cutProse(toText(toFields(question)['question'])))
          .filter(Boolean),
      };
    default:
      return toCopilotAction(tool, input);
  }
}
