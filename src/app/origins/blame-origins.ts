import type { AgentName } from '../../model/agent.ts';
import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import type { SessionId } from '../../model/session.ts';
import type { LineOrigin } from '../../origins/join/line-origin.ts';
import type { App } from '../app.ts';
import { findLineOrigins } from './find-line-origins.ts';

export interface BlamedFile {
  readonly file: string;
  readonly lines: readonly {
    readonly line: number;
    readonly text: string;
    readonly commit: string | null;
    readonly by: LineOrigin['by'];
    readonly confidence: number;
    readonly session: SessionId | null;
    readonly seq: number | null;
  }[];
  readonly sessions: readonly {
    readonly id: SessionId;
    readonly agent: AgentName;
    readonly title: string;
    readonly startedAt: string | null;
    readonly lines: number;
  }[];
  readonly looked: { readonly sessions: number; readonly writings: number };
}

/** The origin of every line of a file, and the sessions they come from. */
export async function blameOrigins(app: App, file: string): Promise<Result<BlamedFile, Problem>> {
  const found = await findLineOrigins(app, { file });
  if (!found.ok) return found;
  const { path, lines, looked } = found.value;
  const countBySession = new Map<SessionId, number>();
  for (const { origin } of lines) {
    const session = origin.source?.session as SessionId | undefined;
    if (session) countBySession.set(session, (countBySession.get(session) ?? 0) + 1);
  }
  return app.journal.attempt(() => ({
    file: path,
    lines: lines.map(({ number, text, commit, origin }) => ({
      line: number,
      text,
      commit,
      by: origin.by,
      confidence: origin.confidence,
      session: (origin.source?.session as SessionId | undefined) ?? null,
      seq: origin.source?.seq ?? null,
    })),
    sessions: [...countBySession].flatMap(([id, count]) => {
      const record = app.journal.sessions.get(id);
      return record ? [{ id, agent: record.agent, title: record.title, startedAt: record.startedAt, lines: count }] : [];
    }),
    looked,
  }));
}
