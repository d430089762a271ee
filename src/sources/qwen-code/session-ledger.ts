/** What a Qwen Code session tells about itself, gathered over its records. */
import { toSessionId, type Session } from '../../model/session.ts';
import { toTitle } from '../to-title.ts';
import type { Envelope } from './records/record-schemas.ts';

export interface SessionLedger {
  readonly addEnvelope: (record: Envelope) => void;
  readonly addModel: (model: string) => void;
  readonly addTokens: (output: number) => void;
  readonly addPrompt: (text: string) => void;
  readonly addTitle: (title: string) => void;
  readonly toSession: (times: Pick<Session, 'startedAt' | 'endedAt'>) => Session;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export function createSessionLedger(fileName: string): SessionLedger {
  let sessionId: string | undefined;
  let cwd: string | undefined;
  let branch: string | undefined;
  let givenTitle: string | undefined;
  let firstTitle: string | undefined;
  let outputTokens: number | undefined;
  const versions = new Set<string>();
  const models = new Set<string>();

  return {
    addEnvelope(record) {
      sessionId ??= record.sessionId;
      cwd ??= record.cwd || undefined;
      branch ??= record.gitBranch || undefined;
      if (record.version) versions.add(record.version);
    },
    addModel: (model) => void models.add(model),
    addTokens: (output) => void (outputTokens = (outputTokens ?? 0) + output),
    addPrompt: (text) => void (firstTitle ??= toTitle(text)),
    addTitle: (title) => void (givenTitle = toTitle(title)),
    toSession(times) {
      const nativeId = sessionId ?? UUID.exec(fileName)?.[0] ?? fileName;
      return {
        id: toSessionId('qwen-code', nativeId),
        agent: 'qwen-code',
        nativeId,
        agentVersions: [...versions],
        models: [...models],
        title: givenTitle ?? firstTitle,
        cwd,
        branch,
        ...times,
        outputTokens,
      };
    },
  };
}
