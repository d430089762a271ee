import type { z } from 'zod';
import type { TeamClient } from '../../client/team-client.ts';
import { toProblem } from '../../client/to-problem.ts';
import { meSchema } from '../../model/api/team/accounts.ts';
import { caseViewSchema } from '../../model/api/team/case-views.ts';
import { waitingProbesSchema, type probeOutputSchema, type WaitingProbes } from '../../model/api/team/probes.ts';
import type { Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { CaseId, ProbeId } from '../../model/team/ids.ts';
import { probeSchema, type Probe, type ProbeResult } from '../../model/team/probe.ts';
import { MAX_ARCHIVE_BYTES } from '../../model/team/tree-archive.ts';

type Answer<T> = Promise<Result<T, Problem>>;

/** What the machine of a case's owner asks and tells the team server. */
export interface ProveTeam {
  /** As a person knows it: host, and port where it is not the usual one. */
  readonly host: string;
  /** My id there. */
  readonly findMe: () => Answer<string>;
  readonly listWaiting: () => Answer<WaitingProbes>;
  readonly showProbe: (id: ProbeId) => Answer<Probe>;
  readonly start: (id: ProbeId, sha256: string) => Answer<Probe>;
  readonly append: (id: ProbeId, piece: z.input<typeof probeOutputSchema>) => Answer<null>;
  readonly end: (id: ProbeId, result: ProbeResult) => Answer<Probe>;
  readonly decline: (id: ProbeId) => Answer<null>;
  /** By what the archive of a case's code is known; null where none was shared. */
  readonly findTreeHash: (id: CaseId) => Answer<string | null>;
  readonly readTree: (id: CaseId, which: 'agent' | 'fix') => Answer<Uint8Array>;
}

const post = (id: ProbeId, act: string, json: unknown = {}) => ({ method: 'POST', path: `/api/team/probes/${id}/${act}`, json });

export function createProveTeam(client: TeamClient): ProveTeam {
  return {
    host: new URL(client.url).host,
    findMe: async () => {
      const me = await client.ask(meSchema, { path: '/api/me' });
      return me.ok ? ok(me.value.id) : me;
    },
    listWaiting: () => client.ask(waitingProbesSchema, { path: '/api/team/probes/waiting' }),
    showProbe: (id) => client.ask(probeSchema, { path: `/api/team/probes/${id}` }),
    start: (id, sha256) => client.ask(probeSchema, post(id, 'start', { sha256 })),
    append: (id, piece) => client.tell(post(id, 'output', piece)),
    end: (id, result) => client.ask(probeSchema, post(id, 'end', { result })),
    decline: (id) => client.tell(post(id, 'decline')),
    findTreeHash: async (id) => {
      const found = await client.ask(caseViewSchema, { path: `/api/team/cases/${id}` });
      return found.ok ? ok(found.value.treeHash) : found;
    },
    readTree: async (id, which) => {
      const sent = await client.send({ path: `/api/team/cases/${id}/tree?which=${which}` });
      if (!sent.ok) return sent;
      return sent.value.ok ? ok(await readBounded(sent.value)) : failed(await toProblem(client.url, sent.value));
    },
  };
}

/** Reads no more than an archive may have and one byte, which makes it one that is refused. */
async function readBounded(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_ARCHIVE_BYTES) break;
  }
  return Buffer.concat(chunks);
}
