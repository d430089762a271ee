/** What a Codex tool call does. Tools of other programs (MCP) have a namespace and are `other`. */
import type { Action } from '../../model/event.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';
import { parsePatchEnvelope } from './parse-patch-envelope.ts';

/** @param input arguments as Codex writes them: a JSON string, free text, or an object */
export function toAction(tool: string, namespace: string | undefined, input: unknown): Action {
  const args = toArguments(input);
  const text = (name: string) => cutProse(toText(args[name]));
  if (namespace) return toOther(input);
  switch (tool) {
    case 'exec_command':
    case 'shell':
    case 'shell_command':
    case 'container.exec':
    case 'local_shell':
      return toRun(args);
    case 'write_stdin':
      return { type: 'continue', handle: text('session_id'), input: toOptionalText(args['chars']) };
    case 'apply_patch':
      return { type: 'edit', paths: toPatchedPaths(toPatchText(input)) };
    case 'update_plan':
      return {
        type: 'track',
        items: toList(args['plan'])
          .map((step) => toText(toFields(step)['step']))
          .filter(Boolean),
      };
    case 'view_image':
      return { type: 'read', path: text('path') };
    case 'read_file':
      return { type: 'read', path: text('file_path') || text('path') };
    case 'list_dir':
      return { type: 'read', path: text('dir_path') || text('path') };
    case 'grep_files':
      return { type: 'search', query: text('pattern'), path: toOptionalText(args['path']) };
    case 'request_user_input':
      return {
        type: 'ask',
        questions: toList(args['questions'])
          .map((question) => toText(toFields(question)['question']))
          .filter(Boolean),
      };
    case 'spawn_agent':
      return { type: 'delegate', prompt: text('message') || text('prompt') };
    case 'web_search':
      return { type: 'fetch', target: text('query') };
    default:
      return toOther(input);
  }
}

/** The patch of an editing call: the input itself, or its `input` argument. */
export function toPatchText(input: unknown): string {
  const args = toArguments(input);
  return toOptionalText(args['input']) ?? toOptionalText(args['patch']) ?? toText(input);
}

/** The command line as a person would type it: the wrapper `bash -lc` is Codex's own. */
export function toCommandLine(command: unknown): string {
  if (typeof command === 'string') return command;
  const words = toList(command).map(toText);
  const [shell = '', option = '', ...script] = words;
  const isWrapped = script.length > 0 && /(^|\/)(ba|z|da)?sh$/.test(shell) && /^-\w*c$/.test(option);
  return isWrapped ? script.join(' ') : words.map(quoteWord).join(' ');
}

/** Arguments as fields: Codex writes JSON in a string. */
export function toArguments(input: unknown): Fields {
  if (typeof input !== 'string') return toFields(input);
  if (!input.startsWith('{')) return {};
  try {
    return toFields(JSON.parse(input));
  } catch {
    return {}; // the model wrote broken JSON: the call is still told, as its raw text
  }
}

function toRun(args: Fields): Action {
  const command = toCommandLine(args['cmd'] ?? args['command']);
  const patched = toPatchedPaths(command);
  if (patched.length > 0 && /^\s*(?:cd [^\n;&]+&&\s*)?apply_patch\b/.test(command)) return { type: 'edit', paths: patched };
  return {
    type: 'run',
    command: cutProse(command),
    cwd: toOptionalText(args['workdir']) ?? toOptionalText(args['cwd']),
    description: toOptionalText(args['justification']),
  };
}

const toPatchedPaths = (text: string): string[] => parsePatchEnvelope(text).map((edit) => edit.path);

const toOther = (input: unknown): Action => ({ type: 'other', input: cutProse(toText(input)) });

const quoteWord = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
