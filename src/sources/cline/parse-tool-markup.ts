/** Before native tool calls (late 2025) the model wrote its calls as markup in its text: `<read_file><path>…</path></read_file>`. */
export type MarkupPart =
  | { readonly type: 'text' | 'thinking'; readonly text: string }
  | { readonly type: 'tool'; readonly name: string; readonly input: Readonly<Record<string, string>> };

const TOOLS = [
  'execute_command',
  'read_file',
  'write_to_file',
  'replace_in_file',
  'apply_diff',
  'insert_content',
  'search_and_replace',
  'search_files',
  'list_files',
  'list_code_definition_names',
  'browser_action',
  'use_mcp_tool',
  'access_mcp_resource',
  'ask_followup_question',
  'plan_mode_respond',
  'act_mode_respond',
  'attempt_completion',
  'new_task',
  'condense',
  'switch_mode',
  'update_todo_list',
  'codebase_search',
  'fetch_instructions',
  'load_mcp_documentation',
  'web_fetch',
  'web_search',
  'delete_file',
  'edit_file',
  'new_rule',
  'report_bug',
];
const OPENING = new RegExp(`<(thinking|${TOOLS.join('|')})>`, 'g');
const PARAMETER = /<([a-z_]+)>/g;
/** Parameters that may hold markup of their own: they end at the last closing tag. */
/** Openings without an end, or without parameters, that a text may have: each costs a look at all of it, and a hostile one may hold a million. */
const MISSES_ALLOWED = 200;

interface Budget {
  misses: number;
}

const LONG_PARAMETERS = new Set(['content', 'diff', 'args', 'arguments', 'result', 'response', 'context', 'operations']);

export function parseToolMarkup(text: string): MarkupPart[] {
  const parts: MarkupPart[] = [];
  const budget: Budget = { misses: MISSES_ALLOWED };
  let told = 0;
  const tellText = (end: number): void => {
    const between = text.slice(told, end).trim();
    if (between !== '') parts.push({ type: 'text', text: between });
  };
  OPENING.lastIndex = 0;
  for (let opening = OPENING.exec(text); opening && budget.misses > 0; opening = OPENING.exec(text)) {
    const name = opening[1] ?? '';
    const from = OPENING.lastIndex;
    const close = findClose(text, name, from);
    const body = text.slice(from, Math.max(from, close));
    const input = name === 'thinking' ? undefined : parseParameters(body, budget);
    // Cut off, or only mentioned: it never ran.
    if (close === -1 || (input && Object.keys(input).length === 0)) {
      budget.misses -= 1;
      continue;
    }
    tellText(opening.index);
    parts.push(input ? { type: 'tool', name, input } : { type: 'thinking', text: body.trim() });
    told = close + name.length + 3;
    OPENING.lastIndex = told;
  }
  tellText(text.length);
  return parts;
}

/** A file's content may hold the tool's own closing tag: then it is the one after the content's last. */
function findClose(text: string, name: string, from: number): number {
  const close = text.indexOf(`</${name}>`, from);
  if (name !== 'write_to_file') return close;
  const content = text.indexOf('<content>', from);
  const contentEnd = text.lastIndexOf('</content>');
  return content !== -1 && content < close && contentEnd > content ? text.indexOf(`</${name}>`, contentEnd) : close;
}

function parseParameters(body: string, budget: Budget): Record<string, string> {
  const input: Record<string, string> = {};
  PARAMETER.lastIndex = 0;
  for (let opening = PARAMETER.exec(body); opening && budget.misses > 0; opening = PARAMETER.exec(body)) {
    const name = opening[1] ?? '';
    const from = PARAMETER.lastIndex;
    const isLong = LONG_PARAMETERS.has(name);
    const close = isLong ? body.lastIndexOf(`</${name}>`) : body.indexOf(`</${name}>`, from);
    if (close < from) {
      budget.misses -= 1;
      continue;
    }
    const value = body.slice(from, close);
    input[name] = isLong ? value.replace(/^\r?\n/, '').replace(/\r?\n[ \t]*$/, '') : value.trim();
    PARAMETER.lastIndex = close + name.length + 3;
  }
  return input;
}
