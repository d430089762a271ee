import type { OriginSession } from '../../journal/origins-table.ts';
import type { AgentName } from '../../model/agent.ts';
import type { Commit } from '../../model/commit.ts';
import type { LineRecord } from '../../model/line-record.ts';
import type { ResolvedRecord } from '../../origins/join/apply-records.ts';
import type { Repository } from '../../sources/git/find-repository.ts';
import { readAgentTraces } from '../../sources/git/read-agent-traces.ts';
import { hasAiNotes, readAiNotes, toAiNoteName } from '../../sources/git/read-ai-notes.ts';
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

/** Reads what other tools recorded of a commit when it was made: Entire's trailer, git-ai's notes, agent-trace. */
export async function createRecordReader({ root }: Repository, sessions: readonly OriginSession[]): Promise<(commit: Commit) => Promise<CommitRecords>> {
  const hasNotes = await hasAiNotes(root);
  const traces = readAgentTraces(root);
  const sessionByName = new Map(
    sessions.flatMap(({ session, agent, nativeId }) => [
      [nativeId, session] as const,
      ...(TOOLS[agent] ?? []).map((tool) => [toAiNoteName(tool, nativeId), session] as const),
    ]),
  );
  const resolve = (names: readonly string[]): string[] => [...new Set(names.flatMap((name) => sessionByName.get(name) ?? []))];
  // Records name the session the person spoke with; what its sub-agents wrote was committed with it.
  const helpers = sessions.flatMap(({ session, nativeId }) => {
    const owner = sessionByName.get(nativeId.split('/')[0] ?? '');
    return owner !== undefined && owner !== session ? [{ owner, session }] : [];
  });
  const withHelpers = (owners: readonly string[]): string[] => [...owners, ...helpers.flatMap(({ owner, session }) => (owners.includes(owner) ? session : []))];

  return async ({ sha, parents, trailers }) => {
    const nativeIds = await Promise.all(listCheckpoints(trailers).map((checkpoint) => readCheckpointSessions(root, checkpoint)));
    // A trace often names the commit it was made on, not the one it became.
    const recorded: LineRecord[] = [...(hasNotes ? await readAiNotes(root, sha) : []), ...[sha, ...parents].flatMap((one) => traces.get(one) ?? [])];
    const lines = recorded.map((record) => ({ ...record, sessions: resolve(record.sessionNames) }));
    return { sessions: new Set([...withHelpers(resolve(nativeIds.flat())), ...lines.flatMap((line) => line.sessions)]), lines };
  };
}
