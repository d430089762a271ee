/** What a Cursor tool does, by whichever of its names: `run_terminal_cmd`, `run_terminal_command_v2` and `Shell` are one. */
import type { Action } from '../../model/event.ts';
import { parsePatchEnvelope } from '../codex/parse-patch-envelope.ts';
import { cutProse } from '../cut-text.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';

type ToolKind = 'run' | 'replace' | 'write' | 'patch' | 'delete' | 'read' | 'search' | 'fetch' | 'track' | 'delegate' | 'plan' | 'ask';

const KIND_BY_NAME: ReadonlyMap<string, ToolKind> = new Map([
  ['runterminalcmd', 'run'],
  ['runterminalcommand', 'run'],
  ['shell', 'run'],
  ['editfile', 'replace'],
  ['searchreplace', 'replace'],
  ['strreplace', 'replace'],
  ['multiedit', 'replace'],
  ['editnotebook', 'replace'],
  ['write', 'write'],
  ['applypatch', 'patch'],
  ['deletefile', 'delete'],
  ['delete', 'delete'],
  ['readfile', 'read'],
  ['read', 'read'],
  ['listdir', 'read'],
  ['ls', 'read'],
  ['grepsearch', 'search'],
  ['grep', 'search'],
  ['rg', 'search'],
  ['ripgreprawsearch', 'search'],
  ['codebasesearch', 'search'],
  ['semanticsearch', 'search'],
  ['semanticsearchfull', 'search'],
  ['filesearch', 'search'],
  ['globfilesearch', 'search'],
  ['glob', 'search'],
  ['websearch', 'fetch'],
  ['webfetch', 'fetch'],
  ['todowrite', 'track'],
  ['task', 'delegate'],
  ['createplan', 'plan'],
  ['askquestion', 'ask'],
]);

export const toToolKind = (tool: string): ToolKind | undefined =>
  KIND_BY_NAME.get(
    tool
      .replace(/_v\d+$/, '')
      .replaceAll('_', '')
      .toLowerCase(),
  );

export const isEditKind = (kind: ToolKind | undefined): boolean => kind === 'replace' || kind === 'write' || kind === 'patch' || kind === 'delete';

const firstText = (args: Fields, ...names: string[]): string => cutProse(names.map((name) => toText(args[name])).find(Boolean) ?? '');

export const toEditedPath = (args: Fields): string =>
  firstText(args, 'file_path', 'target_file', 'path', 'relativeWorkspacePath', 'relative_workspace_path', 'targetFile', 'target_notebook');

/** A patch is bare text where the model's arguments are. */
export const toPatchText = (args: Fields, raw: unknown): string => toOptionalText(args['patch']) ?? toOptionalText(args['input']) ?? toText(raw);

/** @param raw the arguments as they were written, for tools that take text */
export function toAction(tool: string, args: Fields, raw: unknown): Action {
  switch (toToolKind(tool)) {
    case 'run':
      return {
        type: 'run',
        command: firstText(args, 'command'),
        cwd: toOptionalText(args['cwd']) ?? toOptionalText(args['working_directory']),
        background: args['is_background'] === true || args['isBackground'] === true || undefined,
        description: toOptionalText(args['explanation']) ?? toOptionalText(args['commandDescription']) ?? toOptionalText(args['description']),
      };
    case 'replace':
    case 'write':
    case 'delete':
      return { type: 'edit', paths: [toEditedPath(args)].filter(Boolean) };
    case 'patch':
      return { type: 'edit', paths: parsePatchEnvelope(toPatchText(args, raw)).map((edit) => edit.path) };
    case 'read':
      return {
        type: 'read',
        path: firstText(args, 'target_file', 'targetFile', 'path', 'file_path', 'relative_workspace_path', 'target_directory', 'targetDirectory'),
      };
    case 'search':
      return {
        type: 'search',
        query: firstText(args, 'query', 'pattern', 'glob_pattern', 'globPattern'),
        path: toOptionalText(args['path']) ?? toOptionalText(args['target_directory']),
      };
    case 'fetch':
      return { type: 'fetch', target: firstText(args, 'url', 'search_term', 'searchTerm', 'query') };
    case 'track':
      return { type: 'track', items: toTexts(args['todos'], 'content') };
    case 'delegate':
      return { type: 'delegate', prompt: firstText(args, 'prompt', 'description') };
    case 'plan':
      return { type: 'plan', text: firstText(args, 'plan', 'overview', 'name') };
    case 'ask':
      return { type: 'ask', questions: toTexts(args['questions'], 'prompt') };
    default:
      return { type: 'other', input: cutProse(toText(raw) || JSON.stringify(args)) };
  }
}

const toTexts = (list: unknown, name: string): string[] =>
  toList(list)
    .map((item) => cutProse(toText(toFields(item)[name])))
    .filter(Boolean);
