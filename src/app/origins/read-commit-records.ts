import type { OriginSession } from '../../journal/origins-table.ts';
import type { AgentName } from '../../model/agent.ts';
import type { Commit } from '../../model/commit.ts';
import type { LineRecord } from '../../model/line-record.ts';
import type { ResolvedRecord } from '../../origins/join/apply-records.ts';
import type { Repository } from '../../sources/git/find-repository.ts';
import { readAgentTraces } from '../../sources/git/read-agent-traces.ts';
import { readAiNotes, toAiNoteName } from '../../sources/git/read-ai-notes.ts';
import { listCheckpoints, readCheckpointSessions } from '../../sources/git/read-checkpoint-sessions.ts';

/** git-ai's names of the agents. */
const TOOLS: Readonly<Partial<Record<AgentName, readonly string[]>>> = {
  'claude-code': ['claude', 'claude-code'],
  codex: ['codex'],
  'gemini-cli': ['gemini', 'gemini-cli'],
  'copilot-cli': ['github-copilot-cli', 'copilot-cli'],
  'vscode-chat': ['github-copilot'],
  opencode: ['opencode'],
  cursor: ['cursor'],
};

export interface CommitRecords {
  /** Sessions here that something recorded as the commit's. */
  readonly sessions: ReadonlySet<string>;
  readonly lines: readonly ResolvedRecord[];
}

/** What other tools recorded of a commit when it was made: Entire's trailer, git-ai's notes, agent-trace. */
export async function readCommitRecords({ root }: Repository, commit: Commit, sessions: readonly OriginSession[]): Promise<CommitRecords> {
  const checkpoints = listCheckpoints(commit.trailers);
  const [nativeIds, notes] = await Promise.all([
    Promise.all(checkpoints.map((checkpoint) => readCheckpointSessions(root, checkpoint))),
    readAiNotes(root, commit.sha),
  ]);
  const traces = readAgentTraces(root);
  const recorded: LineRecord[] = [...notes, ...[commit.sha, ...commit.parents].flatMap((sha) => traces.get(sha) ?? [])];
  if (nativeIds.flat().length === 0 && recorded.length === 0) return { sessions: new Set(), lines: [] };
  const sessionByName = new Map(
    sessions.flatMap(({ session, agent, nativeId }) => [
      [nativeId, session] as const,
      ...(TOOLS[agent] ?? []).map((tool) => [toAiNoteName(tool, nativeId), session] as const),
    ]),
  );
  const resolve = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => sessionByName.get(name) ?? []))];
  const lines = recorded.map((record) => ({ ...record, sessions: resolve(record.sessionNames) }));
  return { sessions: new Set([...resolve(nativeIds.flat()), ...lines.flatMap((line) => line.sessions)]), lines };
}
