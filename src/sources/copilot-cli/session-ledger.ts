/** What the records tell about their session, gathered over the file. */
import type { AgentName } from '../../model/agent.ts';
import { toSessionId, type Session } from '../../model/session.ts';
import type { SessionContext, SessionStart } from './records/session.ts';

export interface SessionLedger {
  readonly addStart: (start: SessionStart) => void;
  /** Only the first context counts: it is where the session began. */
  readonly addContext: (context: SessionContext | null | undefined) => void;
  readonly addModel: (model: string | null | undefined) => void;
  readonly addOutput: (messageId: string, outputTokens: number) => void;
  readonly addTitle: (title: string, isGiven: boolean) => void;
  readonly toSession: (times: Pick<Session, 'startedAt' | 'endedAt'>) => Session;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export function createSessionLedger(agent: AgentName, fileName: string): SessionLedger {
  let ownId: string | undefined;
  let context: SessionContext | undefined;
  let givenTitle: string | undefined;
  let firstTitle: string | undefined;
  const versions = new Set<string>();
  const models = new Set<string>();
  const outputByMessage = new Map<string, number>();

  return {
    addStart(start) {
      ownId ??= start.sessionId;
      const version = start.copilotVersion ?? start.vscodeVersion;
      if (version) versions.add(version);
    },
    addContext: (found) => void (context ??= found ?? undefined),
    addModel(model) {
      if (model) models.add(model);
    },
    addOutput: (messageId, outputTokens) => void outputByMessage.set(messageId, outputTokens),
    addTitle(title, isGiven) {
      if (isGiven) givenTitle = title;
      else firstTitle ??= title;
    },
    toSession(times) {
      const nativeId = ownId ?? UUID.exec(fileName)?.[0] ?? fileName;
      return {
        id: toSessionId(agent, nativeId),
        agent,
        nativeId,
        agentVersions: [...versions],
        models: [...models],
        title: givenTitle ?? firstTitle,
        cwd: context?.cwd ?? context?.gitRoot ?? undefined,
        branch: context?.branch ?? undefined,
        repositoryUrl: context?.repository && context.repositoryHost ? `https://${context.repositoryHost}/${context.repository}` : undefined,
        headCommit: context?.headCommit ?? undefined,
        ...times,
        outputTokens: outputByMessage.size === 0 ? undefined : [...outputByMessage.values()].reduce((sum, count) => sum + count, 0),
      };
    },
  };
}
