/** git-ai's notes: its Authorship Log 3.0.0, a list of files with line ranges by writer, then JSON about the writers. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { LineRecord } from '../../model/line-record.ts';
import { runGit } from './run-git.ts';

const NOTES = 'refs/notes/ai';

const agentSchema = z.object({ agent_id: z.object({ tool: z.string(), id: z.string() }).optional() });
const detailSchema = z.object({ prompts: z.record(z.string(), agentSchema).catch({}), sessions: z.record(z.string(), agentSchema).catch({}) });

/** git-ai's name of a session: it can be computed from the tool's name and the session's own id. */
export const toAiNoteName = (tool: string, nativeId: string): string => `s_${createHash('sha256').update(`${tool}:${nativeId}`).digest('hex').slice(0, 14)}`;

/** Whether git-ai has recorded anything in this repository. */
export async function hasAiNotes(root: string): Promise<boolean> {
  const found = await runGit(root, ['for-each-ref', '--count=1', '--format=x', NOTES]);
  return found.ok && found.value !== '';
}

/** What git-ai recorded of a commit; nothing where it has no note. */
export async function readAiNotes(root: string, sha: string): Promise<LineRecord[]> {
  const note = await runGit(root, ['notes', `--ref=${NOTES}`, 'show', sha]);
  return note.ok ? parseAuthorshipLog(note.value) : [];
}

export function parseAuthorshipLog(text: string): LineRecord[] {
  const lines = text.split('\n');
  const end = lines.indexOf('---');
  const nativeIdByName = end === -1 ? new Map<string, string>() : readNativeIds(lines.slice(end + 1).join('\n'));
  const records: LineRecord[] = [];
  let path = '';
  for (const line of end === -1 ? lines : lines.slice(0, end)) {
    if (!line.startsWith(' ')) {
      path = line.startsWith('"') && line.endsWith('"') ? line.slice(1, -1) : line;
      continue;
    }
    const [writer = '', ranges = ''] = line.trim().split(' ');
    const name = writer.split('::')[0] ?? '';
    const nativeId = nativeIdByName.get(name);
    const base = {
      path,
      by: name.startsWith('h_') ? ('person' as const) : ('agent' as const),
      sessionNames: name.startsWith('h_') ? [] : [name, ...(nativeId === undefined ? [] : [nativeId])],
    };
    for (const range of ranges.split(',')) {
      const [, from = '', to = from] = /^(\d+)(?:-(\d+))?$/.exec(range) ?? [];
      if (from !== '') records.push({ ...base, from: Number(from), to: Number(to) });
    }
  }
  return records;
}

function readNativeIds(json: string): Map<string, string> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return new Map(); // a note whose second half is damaged still tells its ranges
  }
  const detail = detailSchema.safeParse(parsed).data;
  const all = Object.entries({ ...detail?.prompts, ...detail?.sessions });
  return new Map(all.flatMap(([name, { agent_id: agent }]) => (agent ? [[name, agent.id]] : [])));
}
