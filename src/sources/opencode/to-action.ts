/** What an OpenCode tool call does. Tools of other programs (MCP) are `other`. */
import type { Action } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';

export function toAction(tool: string, input: Fields, metadata: Fields): Action {
  const text = (...names: string[]): string => cutProse(names.map((name) => toText(input[name])).find(Boolean) ?? '');
  switch (tool) {
    case 'bash':
      return { type: 'run', command: text('command'), cwd: toOptionalText(input['workdir']), description: toOptionalText(input['description']) };
    case 'edit':
    case 'multiedit':
    case 'write':
      return { type: 'edit', paths: [text('filePath')] };
    case 'apply_patch':
    case 'patch':
      return { type: 'edit', paths: parsePatchEnvelope(toText(input['patchText'])).map(({ path }) => path) };
    case 'read':
      return { type: 'read', path: text('filePath') };
    case 'list':
      return { type: 'read', path: text('path') };
    case 'grep':
    case 'glob':
      return { type: 'search', query: text('pattern'), path: toOptionalText(input['path']) };
    case 'codesearch':
      return { type: 'search', query: text('query') };
    case 'task':
      return { type: 'delegate', prompt: text('prompt', 'description'), thread: toOptionalText(metadata['sessionId']) };
    case 'todowrite':
      return {
        type: 'track',
        items: toList(input['todos'])
          .map((item) => cutProse(toText(toFields(item)['content'])))
          .filter(Boolean),
      };
    case 'question':
      return {
        type: 'ask',
        questions: toList(input['questions'])
          .map((item) => cutProse(toText(toFields(item)['question'])))
          .filter(Boolean),
      };
    case 'plan_exit':
      return { type: 'plan', text: text('plan') };
    case 'webfetch':
      return { type: 'fetch', target: text('url') };
    case 'websearch':
      return { type: 'fetch', target: text('query') };
    default:
      return { type: 'other', input: cutProse(JSON.stringify(input)) };
  }
}
