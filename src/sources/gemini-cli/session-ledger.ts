/** What a Gemini CLI session tells about itself, gathered over its records. */
import { toSessionId, type Session } from '../../model/session.ts';
import { toInstant } from '../to-instant.ts';
import { toTitle } from '../to-title.ts';
import type { Header } from './records/header.ts';

export interface SessionLedger {
  readonly addHeader: (header: Partial<Header>) => void;
  readonly addModel: (model: string) => void;
  /** A message's tokens; told again, the last count holds. */
  readonly addTokens: (messageId: string, output: number) => void;
  readonly addPrompt: (text: string) => void;
  readonly addFolder: (cwd: string) => void;
  readonly isSubAgent: () => boolean;
  readonly ownId: () => string;
  readonly toSession: (times: Pick<Session, 'startedAt' | 'endedAt'>) => Session;
}

const ID_IN_NAME = /[0-9a-f]{8}(?:-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?(?=\.jsonl?$)/;

export function createSessionLedger(fileName: string): SessionLedger {
  let sessionId: string | undefined;
  let kind: string | undefined;
  let summary: string | undefined;
  let firstTitle: string | undefined;
  let cwd: string | undefined;
  let startTime: string | null = null;
  const models = new Set<string>();
  const outputByMessage = new Map<string, number>();
  const ownId = (): string => sessionId ?? ID_IN_NAME.exec(fileName)?.[0] ?? fileName;

  return {
    addHeader(header) {
      sessionId ??= header.sessionId;
      kind = header.kind ?? kind;
      summary = header.summary ?? summary;
      cwd = header.directories?.[0] ?? cwd;
      startTime ??= toInstant(header.startTime);
    },
    addModel: (model) => void models.add(model),
    addTokens: (messageId, output) => void outputByMessage.set(messageId, output),
    addPrompt: (text) => void (firstTitle ??= toTitle(text)),
    addFolder: (folder) => void (cwd ??= folder),
    isSubAgent: () => kind === 'subagent',
    ownId,
    toSession({ startedAt, endedAt }) {
      const nativeId = ownId();
      const tokens = [...outputByMessage.values()];
      return {
        id: toSessionId('gemini-cli', nativeId),
        agent: 'gemini-cli',
        nativeId,
        agentVersions: [],
        models: [...models],
        title: (summary && toTitle(summary)) ?? firstTitle,
        cwd,
        startedAt: startedAt ?? startTime,
        endedAt: endedAt ?? startTime,
        outputTokens: tokens.length === 0 ? undefined : tokens.reduce((sum, count) => sum + count, 0),
      };
    },
  };
}
