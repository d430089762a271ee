/** A team as sharing sees it: by script, and over real HTTP on loopback. What it got stays, byte for byte. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CasePost, TeamPort } from '../../../src/app/share/team-port.ts';
import { problem } from '../../../src/model/problem.ts';
import { failed, ok } from '../../../src/model/result.ts';
import type { CaseId, PairId } from '../../../src/model/team/ids.ts';
import type { Pair } from '../../../src/model/team/pair.ts';

export const PAIR = {
  id: 'g_00000000000000aa' as PairId,
  name: 'Maria and Tom',
  people: [
    { id: 'u1', name: 'Maria' },
    { id: 'u2', name: 'Tom' },
  ],
  createdAt: '2026-03-01T00:00:00Z',
} as unknown as Pair;

/** `down`: no answer. `deaf`: the bytes arrive, the answer is lost. */
export type Mood = 'well' | 'down' | 'deaf';

export interface ScriptedTeam extends TeamPort {
  mood: Mood;
  pairs: readonly Pair[];
  readonly posts: CasePost[];
  readonly cases: Map<string, CaseId>;
  readonly forgotten: CaseId[];
}

const unreachable = failed(problem('cannot-reach', 'The team server cannot be reached.'));

export function createScriptedTeam(host = 'rounds.example.org'): ScriptedTeam {
  const team: ScriptedTeam = {
    host,
    mood: 'well',
    pairs: [PAIR],
    posts: [],
    cases: new Map(),
    forgotten: [],
    listPairs: async () => (team.mood === 'down' ? unreachable : ok(team.pairs)),
    postCase: async (post) => {
      if (team.mood === 'down') return unreachable;
      team.posts.push(post);
      const digest = createHash('sha256').update(post.bytes).digest('hex');
      const id = team.cases.get(digest) ?? (`c_${String(team.cases.size + 1).padStart(16, '0')}` as CaseId);
      team.cases.set(digest, id);
      return team.mood === 'deaf' ? unreachable : ok({ id, digest, at: '2026-03-03T10:00:01Z' });
    },
    forgetCase: async (id) => {
      if (team.mood === 'down') return unreachable;
      team.forgotten.push(id);
      return team.mood === 'deaf' ? unreachable : ok(null);
    },
  };
  return team;
}

export interface GotRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The few routes of a team server that sharing uses. */
export async function startTeamServer(team: ScriptedTeam) {
  const got: GotRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { method = '', url: path = '', headers } = request;
    got.push({ method, path, headers, body });
    const answer = (status: number, value?: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(value === undefined ? undefined : JSON.stringify(value));
    };
    if (headers.authorization !== 'Bearer a-token') return answer(401, {});
    if (path === '/api/team/pairs') return answer(200, { pairs: team.pairs });
    if (path === '/api/team/cases' && method === 'POST') {
      const posted = await team.postCase({ bytes: body, digest: '' });
      return posted.ok ? answer(201, posted.value) : void request.socket.destroy();
    }
    const [, id] = /^\/api\/team\/cases\/(c_\w+)\/forget$/.exec(path) ?? [];
    if (!id) return answer(404, { type: 'urn:rounds:problem:not-found', title: 'No.', status: 404 });
    const forgotten = await team.forgetCase(id as CaseId);
    return forgotten.ok ? answer(204) : void request.socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    got,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
