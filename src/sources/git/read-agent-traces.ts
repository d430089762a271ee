/** agent-trace 0.1.0: one JSON record a line in `.agent-trace/traces.jsonl`, with line ranges by conversation. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { LineRecord } from '../../model/line-record.ts';

const contributorSchema = z.object({ type: z.enum(['human', 'ai', 'mixed', 'unknown']) });
const traceSchema = z.object({
  vcs: z.object({ revision: z.string() }).optional(),
  files: z.array(
    z.object({
      path: z.string(),
      conversations: z.array(
        z.object({
          url: z.string().optional(),
          contributor: contributorSchema.optional(),
          ranges: z.array(z.object({ start_line: z.number(), end_line: z.number(), contributor: contributorSchema.optional() })),
        }),
      ),
    }),
  ),
});

/** Records by the revision they name, which is often the commit before. */
export function readAgentTraces(root: string): ReadonlyMap<string, readonly LineRecord[]> {
  let text: string;
  try {
    text = readFileSync(join(root, '.agent-trace', 'traces.jsonl'), 'utf8');
  } catch {
    return new Map(); // hardly any repository has the file
  }
  return parseAgentTraces(text);
}

export function parseAgentTraces(text: string): Map<string, LineRecord[]> {
  const byRevision = new Map<string, LineRecord[]>();
  for (const line of text.split('\n')) {
    const trace = parseTrace(line);
    if (!trace?.vcs) continue;
    const records = byRevision.get(trace.vcs.revision) ?? [];
    byRevision.set(trace.vcs.revision, records);
    for (const { path, conversations } of trace.files) {
      for (const { url, contributor, ranges } of conversations) {
        for (const range of ranges) {
          const type = (range.contributor ?? contributor)?.type;
          if (type !== 'ai' && type !== 'human') continue;
          // A conversation's address ends in the agent's own id of it.
          const name = url?.split(/[/?#]/).findLast((part) => part !== '');
          records.push({
            path,
            from: range.start_line,
            to: range.end_line,
            by: type === 'ai' ? 'agent' : 'person',
            sessionNames: type === 'ai' && name ? [name] : [],
          });
        }
      }
    }
  }
  return byRevision;
}

function parseTrace(line: string): z.infer<typeof traceSchema> | undefined {
  if (line.trim() === '') return undefined;
  try {
    return traceSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined; // a line that is cut off; the others stand
  }
}
