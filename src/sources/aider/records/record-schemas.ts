/**
 * Every kind of line Aider writes to its history that Rounds knows, with what it must look like after its marker is taken off.
 * The first that fits names the line; what the program says besides is `tool/said`.
 */
import { z } from 'zod';

const line = (pattern: RegExp) => z.string().regex(pattern);

/** `# aider chat started at …`, in the clock of the machine, without a zone. */
export const SESSION_START = /^# aider chat started at (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)\s*$/;

/** Marked `> `: what Aider itself printed. */
export const TOOL_PATTERNS = {
  'tool/version': /^Aider v(\S+)/,
  'tool/model': /^(?:Main model|Model|Editor model|Weak model): (\S+)(?: with (\S+) edit format)?/,
  'tool/git-repo': /^Git repo: /,
  'tool/working-dir': /^(?:Cur|Git) working dir: (.+)$/,
  'tool/tokens': /^Tokens: (?:([\d.]+[kM]?) sent)?.*?([\d.]+[kM]?) received/,
  'tool/committing': /^Committing (.+) before applying edits\./,
  'tool/commit': /^Commit ([0-9a-f]{7,40}) (.*)$/,
  'tool/undone': /^(?:Removed: |Now at: )/,
  'tool/applied-edit': /^Applied edit to (.+)$/,
  'tool/skipped-edit': /^Skipping edits to (.+)$/,
  'tool/edit-failed': /^(?:# \d+ SEARCH\/REPLACE blocks? failed to match|The LLM did not conform to the edit format)/,
  'tool/running': /^Running (.+)$/,
  'tool/question': /^(.*\?) \(Y\)es\/\(N\)o.*?\[[^\]]*\]:(.*)$/,
  'tool/added': /^Added (.+) to the chat/,
  'tool/interrupted': /^(?:\^C again to exit|\^C KeyboardInterrupt)/,
  'tool/error': /^(?:litellm\.|Error\b|Traceback|The API provider|Retrying in|\S+Error: )/,
  'tool/said': /^/,
} as const;

export type ToolKind = keyof typeof TOOL_PATTERNS;
const toolEntries = Object.entries(TOOL_PATTERNS) as [ToolKind, RegExp][];

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ['session', line(SESSION_START)],
  ['user', z.string()],
  ['assistant', z.string()],
  ...toolEntries.map(([kind, pattern]) => [kind, line(pattern)] as const),
]);

export interface ToolLine {
  readonly kind: ToolKind;
  /** What the pattern's groups hold; '' where a group is not there. */
  readonly groups: readonly string[];
}

export function toToolLine(text: string): ToolLine {
  for (const [kind, pattern] of toolEntries) {
    const match = pattern.exec(text);
    if (match) return { kind, groups: match.slice(1).map((group) => group ?? '') };
  }
  return { kind: 'tool/said', groups: [] };
}
