/** What a Claude Code tool call does. Tools of other programs (MCP) are `other`. */
import type { Action } from '../../model/event.ts';
import { cutProse } from '../cut-text.ts';
import { toText, type Fields } from '../fields.ts';

export function toAction(tool: string, input: Fields): Action {
  const text = (name: string) => cutProse(toText(input[name]));
  switch (tool) {
    case 'Bash':
    case 'PowerShell':
      return {
        type: 'run',
        command: text('command'),
        background: input['run_in_background'] === true || undefined,
        description: text('description') || undefined,
      };
    case 'BashOutput':
    case 'TaskOutput':
    case 'AgentOutputTool':
    case 'KillShell':
    case 'KillBash':
    case 'TaskStop':
      return { type: 'continue', handle: text('task_id') || text('bash_id') || text('shell_id') || text('agentId') };
    case 'Edit':
    case 'MultiEdit':
    case 'Write':
    case 'Update':
      return { type: 'edit', paths: [text('file_path')] };
    case 'NotebookEdit':
      return { type: 'edit', paths: [text('notebook_path')] };
    case 'Read':
    case 'NotebookRead':
      return { type: 'read', path: text('file_path') || text('notebook_path') };
    case 'LS':
      return { type: 'read', path: text('path') };
    case 'Grep':
    case 'Glob':
      return { type: 'search', query: text('pattern'), path: text('path') || undefined };
    case 'LSP':
      return { type: 'search', query: text('operation'), path: text('filePath') || undefined };
    case 'ToolSearch':
      return { type: 'search', query: text('query') };
    case 'ExitPlanMode':
    case 'exit_plan_mode':
      return { type: 'plan', text: text('plan') };
    case 'AskUserQuestion':
      return { type: 'ask', questions: listOf(input['questions'], 'question') };
    case 'Task':
    case 'Agent':
      return { type: 'delegate', prompt: text('prompt') || text('description') };
    case 'WebFetch':
    case 'web_fetch':
      return { type: 'fetch', target: text('url') };
    case 'WebSearch':
    case 'web_search':
      return { type: 'fetch', target: text('query') };
    case 'TodoWrite':
      return { type: 'track', items: listOf(input['todos'], 'content') };
    case 'TaskCreate':
      return { type: 'track', items: [text('subject') || text('description')] };
    case 'TaskUpdate':
    case 'TaskGet':
    case 'TaskList':
      return { type: 'track', items: [text('subject') || [text('taskId'), text('status')].filter(Boolean).join(' ')].filter(Boolean) };
    default:
      return { type: 'other', input: cutProse(JSON.stringify(input)) };
  }
}

function listOf(value: unknown, name: string): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => cutProse(typeof item === 'string' ? item : toText((item as Fields | null)?.[name]))).filter(Boolean);
}
