/** Every format Rounds can tell apart. Content decides, never a name. */
import { aiderSource } from './aider/aider-source.ts';
import { claudeCodeSource } from './claude-code/claude-code-source.ts';
import { clineScreenSource, clineSource } from './cline/cline-source.ts';
import { codexSource } from './codex/codex-source.ts';
import { copilotCliSource } from './copilot-cli/copilot-cli-source.ts';
import { cursorDatabaseSource, cursorTranscriptSource } from './cursor/cursor-source.ts';
import { entireSource } from './entire/entire-source.ts';
import { geminiDocumentSource, geminiLinesSource } from './gemini-cli/gemini-cli-source.ts';
import { describeOtherFile } from './describe-other-file.ts';
import { opencodeDatabaseSource, opencodeExportSource, opencodeStorageSource } from './opencode/opencode-source.ts';
import { qwenCodeSource } from './qwen-code/qwen-code-source.ts';
import { toFormatName, type Source } from './source.ts';
import { specstorySource } from './specstory/specstory-source.ts';
import { vscodeChatSource, vscodeTranscriptSource } from './vscode-chat/vscode-chat-source.ts';

export const SOURCES: readonly Source[] = [
  claudeCodeSource,
  codexSource,
  copilotCliSource,
  vscodeChatSource,
  vscodeTranscriptSource,
  clineSource,
  clineScreenSource,
  cursorDatabaseSource,
  cursorTranscriptSource,
  aiderSource,
  specstorySource,
  entireSource,
  geminiLinesSource,
  geminiDocumentSource,
  qwenCodeSource,
  opencodeDatabaseSource,
  opencodeExportSource,
  opencodeStorageSource,
];

export type Format = { readonly state: 'read'; readonly source: Source } | { readonly state: 'not-a-transcript'; readonly why: string };

/** Bytes of a file that are enough to tell its format. */
export const SNIFF_BYTES = 64 * 1024;
/** A source that is less sure is not believed. */
const SURE_ENOUGH = 0.5;

/** @param head the first bytes of a file, at most SNIFF_BYTES of them count; undefined when nobody knows the format */
export function identifyFormat(head: Buffer): Format | undefined {
  const start = head.subarray(0, SNIFF_BYTES);
  const source = findSurest(start);
  if (source) return { state: 'read', source };
  const why = describeOtherFile(start);
  return why === undefined ? undefined : { state: 'not-a-transcript', why };
}

function findSurest(start: Buffer): Source | undefined {
  let surest: { source: Source; sureness: number } | undefined;
  for (const source of SOURCES) {
    if (source.form?.form === 'database') continue;
    const sureness = source.sniff(start);
    if (sureness >= SURE_ENOUGH && sureness > (surest?.sureness ?? 0)) surest = { source, sureness };
    // Nobody can be surer.
    if (sureness === 1) break;
  }
  return surest?.source;
}

/** Whose database it is, told by the names of its tables. */
export function findDatabaseSource(tables: ReadonlySet<string>): Source | undefined {
  return SOURCES.find(({ form }) => form?.form === 'database' && form.tables.every((table) => tables.has(table)));
}

/** The source that wrote down a kept session's messages, by `toFormatName`. */
export function findSource(formatName: string): Source | undefined {
  return SOURCES.find((source) => toFormatName(source) === formatName);
}
