/** Every format Rounds can tell apart, read or not yet. Content decides, never a name. */
import type { AgentName } from '../model/agent.ts';
import { claudeCodeSource } from './claude-code/claude-code-source.ts';
import type { Source } from './source.ts';

export const SOURCES: readonly Source[] = [claudeCodeSource];

export type Format =
  | { readonly state: 'read'; readonly source: Source }
  | { readonly state: 'not-yet-read'; readonly agent: AgentName }
  | { readonly state: 'not-a-transcript'; readonly why: string };

/** Bytes looked at. A sniffer that is less than half sure is not believed. */
const SNIFF_BYTES = 64 * 1024;
const SURE_ENOUGH = 0.5;

export function identifyFormat(fileHead: Buffer): Format | undefined {
  const head = fileHead.subarray(0, SNIFF_BYTES);
  const best = SOURCES.map((source) => ({ source, sureness: source.sniff(head) })).sort((a, b) => b.sureness - a.sureness)[0];
  if (best && best.sureness >= SURE_ENOUGH) return { state: 'read', source: best.source };
  return undefined;
}
