/** The tools of many agents by the names Claude Code has for them, so that one table says what each does. */
import { toFields, type Fields } from '../fields.ts';

export interface Tool {
  readonly name: string;
  readonly input: Fields;
}

const NAMES: Readonly<Record<string, string>> = {
  bash: 'Bash',
  shell: 'Bash',
  run_shell_command: 'Bash',
  run_terminal_cmd: 'Bash',
  execute: 'Bash',
  read: 'Read',
  read_file: 'Read',
  view: 'Read',
  list_directory: 'LS',
  list: 'LS',
  edit: 'Edit',
  replace: 'Edit',
  edit_file: 'Edit',
  str_replace: 'Edit',
  write: 'Write',
  write_file: 'Write',
  create: 'Write',
  create_file: 'Write',
  grep: 'Grep',
  search_file_content: 'Grep',
  glob: 'Glob',
  webfetch: 'WebFetch',
  web_fetch: 'WebFetch',
  web_search: 'WebSearch',
  google_web_search: 'WebSearch',
  todowrite: 'TodoWrite',
  task: 'Task',
};

const FIELDS: Readonly<Record<string, string>> = {
  filePath: 'file_path',
  path: 'file_path',
  absolute_path: 'file_path',
  oldString: 'old_string',
  old_str: 'old_string',
  newString: 'new_string',
  new_str: 'new_string',
  file_text: 'content',
  cmd: 'command',
};
/** Of these tools a path is where to look, not a file. */
const PATH_STAYS = new Set(['Grep', 'Glob', 'LS']);

export function toTool(name: string, input: unknown): Tool {
  const known = Object.hasOwn(NAMES, name) ? (NAMES[name] ?? name) : name;
  const fields = toFields(input);
  if (known === name && !PATH_STAYS.has(name)) return { name, input: fields };
  const renamed = Object.entries(fields).map(([key, value]) => [
    PATH_STAYS.has(known) && key === 'path' ? key : Object.hasOwn(FIELDS, key) ? FIELDS[key] : key,
    value,
  ]);
  return { name: known, input: Object.fromEntries(renamed) };
}
