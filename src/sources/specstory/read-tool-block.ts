/** What a tool block tells: the action, the edits whose lines it holds, and how it ended, as far as its text says. */
import type { Action, EventOf } from '../../model/event.ts';
import { readToolResult, type ToolResult } from '../claude-code/read-tool-result.ts';
import { toAction as toClaudeAction } from '../claude-code/to-action.ts';
import { readToolOutput } from '../codex/read-tool-output.ts';
import { toAction as toCursorAction } from '../cursor/to-action.ts';
import { cutProse } from '../cut-text.ts';
import { limitHunks, toCreateHunks } from '../to-hunks.ts';
import type { Hunk } from '../../model/hunk.ts';
import type { ToolBlock } from './records/record-schemas.ts';
import { readSections } from './read-sections.ts';
import { splitToolBody, type ToolBody } from './split-tool-body.ts';

type Edit = Pick<EventOf<'edit'>, 'path' | 'change' | 'hunks' | 'after'>;

export interface ReadTool {
  readonly action: Action;
  readonly edits: readonly Edit[];
  readonly result?: ToolResult;
}

const CONTENT_TOOLS = new Set(['Write', 'apply_patch', 'write', 'write_file', 'create_file']);
const CODEX_FRAME = /^(?:Chunk ID|Exit code:|Wall time|Process exited|\{"output")/;
/** Words with which Claude Code's tools begin when they failed: the flag that says so is not in the file. */
const FAILED =
  /^(?:Exit code \d+|<tool_use_error>|Error:|The user doesn't want to|\[Request interrupted|Command failed|Sibling tool call errored|Failed to |No such file|File (?:does not exist|has (?:not been read|been modified)))/;
const WROTE = /^(?:File created successfully at: |The file )(.+?)(?: has been (?:updated|created)\b.*)?$/m;
const CODE = /`([^`]+)`/;
const FILE_HEAD = /^\*\*(Add|Update|Modify|Delete): `(.+)`\*\*$/;
const TASK = /^- \[[^\]]*\]\s*(?:[^\p{L}\p{N}\s]+\s+)?(.+)$/u;

/** @param program whose session it is, as SpecStory names it */
export function readToolBlock({ name, type, lines }: ToolBlock, program: string): ReadTool {
  const given = readSections(lines);
  if (given)
    return {
      action: toCursorAction(name, given.input, given.input),
      result: given.output === '' ? undefined : toResult(name, undefined, given.output, program),
      edits: [],
    };
  const body = splitToolBody(lines, CONTENT_TOOLS.has(name));
  const action = toAction(name, type, body);
  const result = body.output === '' ? undefined : toResult(name, action, body.output, program);
  // Of Codex's patches only those that failed have an output.
  const isApplied = result ? result.outcome === 'ok' : name === 'apply_patch';
  return { action, result, edits: isApplied ? toEdits(action, body, CONTENT_TOOLS.has(name)) : [] };
}

function toAction(name: string, type: string, body: ToolBody): Action {
  const patched = body.words.flatMap((word) => FILE_HEAD.exec(word)?.[2] ?? []);
  if (patched.length > 0) return { type: 'edit', paths: patched };
  const code = (before: string) => new RegExp(`${before} \`([^\`]+)\``).exec(body.words.join(' '))?.[1];
  const [firstCode] = body.words.flatMap((word) => CODE.exec(word)?.[1] ?? []);
  const summaryCode = CODE.exec(body.summary)?.[1];
  const items = body.words.flatMap((word) => TASK.exec(word)?.[1] ?? []);
  switch (type === 'untyped' ? toOldType(name) : type) {
    case 'shell':
    case 'bash': {
      const command = body.fences[0]?.text ?? toCommand(body.words) ?? summaryCode;
      if (command === undefined) break;
      return { type: 'run', command: cutProse(command), description: body.words.find((word) => !word.startsWith('`')) };
    }
    case 'read':
      return { type: 'read', path: summaryCode ?? firstCode ?? toFileName(body.summary) ?? '' };
    case 'search':
    case 'grep':
      return { type: 'search', query: code('[Pp]attern:?') ?? firstCode ?? toSearchedWords(body.summary) ?? '', path: code('path') };
    case 'write':
      return { type: 'edit', paths: [toWrittenPath(body) ?? toFileName(body.summary) ?? ''].filter(Boolean) };
    case 'task':
      if (items.length > 0) return { type: 'track', items: items.map(cutProse) };
  }
  if (items.length > 0 && /todo|plan/i.test(name)) return { type: 'track', items: items.map(cutProse) };
  return toClaudeAction(name, toInput(name, body, firstCode));
}

/** The fields of the call that SpecStory shows for tools without a type of their own. */
function toInput(name: string, { words }: ToolBody, firstCode: string | undefined): Record<string, unknown> {
  const listed = words.flatMap((word) => /^- ([\w.]+): `(.*)`$/.exec(word)?.slice(1, 3) ?? []);
  const input: Record<string, unknown> = {};
  for (let at = 0; at + 1 < listed.length; at += 2) input[listed[at] ?? ''] = listed[at + 1];
  if (name === 'AskUserQuestion')
    input['questions'] = words.flatMap((word) => /^\*\*(.+?)\*\*(?: _\(select multiple\)_)?$/.exec(word)?.[1] ?? []).map((question) => ({ question }));
  if (name === 'WebFetch') input['url'] = firstCode;
  if (name === 'WebSearch') input['query'] = firstCode;
  if (Object.keys(input).length === 0 && words.length > 0) input['description'] = words.join('\n');
  return input;
}

function toResult(name: string, action: Action | undefined, output: string, program: string): ToolResult {
  if (program.startsWith('Codex') || CODEX_FRAME.test(output)) return readToolOutput(output);
  const isError = FAILED.test(output);
  if (name === 'AskUserQuestion' && !isError) return { outcome: 'ok', text: output, humanText: cutProse(output) };
  return readToolResult(action?.type === 'run' ? 'Bash' : name, { type: 'tool_result', tool_use_id: '', content: output, is_error: isError }, undefined);
}

function toEdits(action: Action, body: ToolBody, hasContent: boolean): Edit[] {
  if (action.type !== 'edit') return [];
  const patches = body.words.flatMap((word) => FILE_HEAD.exec(word)?.slice(1, 3) ?? []);
  if (patches.length > 0) return toPatchEdits(body);
  const [path] = action.paths;
  const content = hasContent ? body.fences[0]?.text : undefined;
  if (path === undefined || !WROTE.test(body.output)) return [];
  if (content === undefined) return [{ path, change: 'update', hunks: [] }];
  return [{ path, change: 'create', hunks: toCreateHunks(content), after: content }];
}

/** Codex's patches, file by file; their lines are there, their line numbers are not. */
function toPatchEdits({ words, fences }: ToolBody): Edit[] {
  return words.flatMap((word) => {
    const [, verb, path] = FILE_HEAD.exec(word) ?? [];
    if (path === undefined) return [];
    const diff = fences.find(({ above }) => above === word)?.text ?? '';
    const hunks = toPatchHunks(diff, verb === 'Add' ? 1 : 0);
    const after =
      verb === 'Add'
        ? diff
            .split('\n')
            .map((line) => `${line.replace(/^\+/, '')}\n`)
            .join('')
        : undefined;
    return [{ path, change: verb === 'Add' ? 'create' : verb === 'Delete' ? 'delete' : 'update', hunks, after }];
  });
}

function toPatchHunks(diff: string, newStart: number): Hunk[] {
  const hunks: Hunk[] = [];
  for (const line of diff.split('\n')) {
    const mark = line[0] ?? ' ';
    if (line.startsWith('@@') || hunks.length === 0) hunks.push({ oldStart: 0, oldLines: 0, newStart, newLines: 0, lines: [] });
    const hunk = hunks.at(-1);
    if (!hunk || line.startsWith('@@') || !'+- '.includes(mark)) continue;
    hunk.lines.push(line === '' ? ' ' : line);
    if (mark !== '+') hunk.oldLines += 1;
    if (mark !== '-') hunk.newLines += 1;
  }
  return limitHunks(hunks.filter(({ lines }) => lines.some((line) => line[0] !== ' ')));
}

const toWrittenPath = ({ output, words }: ToolBody): string | undefined => WROTE.exec(output)?.[1] ?? words.flatMap((word) => CODE.exec(word)?.[1] ?? [])[0];

/** A command on one line stands in backticks, and may hold some itself. */
function toCommand(words: readonly string[]): string | undefined {
  const line = words.findLast((word) => word.length > 1 && word.startsWith('`') && word.endsWith('`'));
  return line?.slice(1, -1);
}

/** `Tool use: **read_file** • Read file: src/a.ts`. */
const toFileName = (summary: string): string | undefined => /•[^:]*: (\S.*?)\s*$/.exec(summary)?.[1];

/** `Tool use: **codebase_search** • Searched codebase "perch" • **2** results`. */
const toSearchedWords = (summary: string): string | undefined => /• Searched [^"]*"([^"]+)"/.exec(summary)?.[1];

/** Before tools had a type, their names tell. */
function toOldType(name: string): string {
  if (/terminal|shell|bash|exec/i.test(name)) return 'shell';
  if (/read|view|cat\b/i.test(name)) return 'read';
  if (/write|edit|patch|replace|create/i.test(name)) return 'write';
  if (/grep|glob|search|find|list/i.test(name)) return 'search';
  return 'unknown';
}
