/** What a rollout tells about its session, gathered over its records. */
import { toSessionId, type Session } from '../../model/session.ts';
import { toFields, toOptionalText } from '../fields.ts';
import type { SessionMeta } from './records/session-meta.ts';

export interface SessionLedger {
  readonly addSessionMeta: (meta: SessionMeta) => void;
  readonly addModel: (model: string) => void;
  /** Total so far. A replayed total is the parent's, not spent here. */
  readonly addOutputTotal: (outputTokens: number, isReplayed: boolean) => void;
  readonly addTitle: (title: string, isGiven: boolean) => void;
  readonly parentId: () => string | undefined;
  readonly ownId: () => string | undefined;
  readonly toSession: (times: Pick<Session, 'startedAt' | 'endedAt'>) => Session;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

export function createSessionLedger(fileName: string): SessionLedger {
  let own: SessionMeta | undefined;
  let forkedFrom: string | undefined;
  let parentId: string | undefined;
  let givenTitle: string | undefined;
  let firstTitle: string | undefined;
  let spent: number | undefined;
  let lastTotal = 0;
  const versions = new Set<string>();
  const models = new Set<string>();

  return {
    addSessionMeta(meta) {
      if (own && meta.id !== own.id) return void (forkedFrom ??= meta.id);
      if (meta.cli_version) versions.add(meta.cli_version);
      if (own) return;
      own = meta;
      forkedFrom = meta.forked_from_id ?? undefined;
      parentId = toParentId(meta.source);
    },
    addModel: (model) => void models.add(model),
    addOutputTotal(total, isReplayed) {
      // A resumed thread may count from zero again.
      if (!isReplayed) spent = (spent ?? 0) + (total >= lastTotal ? total - lastTotal : total);
      lastTotal = total;
    },
    addTitle(title, isGiven) {
      if (isGiven) givenTitle = title;
      else firstTitle ??= title;
    },
    parentId: () => parentId,
    ownId: () => own?.id,
    toSession(times) {
      const nativeId = own?.id ?? UUID.exec(fileName)?.[0] ?? fileName;
      return {
        id: toSessionId('codex', nativeId),
        agent: 'codex',
        nativeId,
        parentNativeId: parentId,
        forkedFromNativeId: forkedFrom === parentId ? undefined : forkedFrom,
        agentVersions: [...versions],
        models: [...models],
        title: givenTitle ?? firstTitle,
        cwd: own?.cwd ?? undefined,
        branch: own?.git?.branch ?? undefined,
        repositoryUrl: own?.git?.repository_url ?? undefined,
        headCommit: own?.git?.commit_hash ?? undefined,
        ...times,
        outputTokens: spent,
      };
    },
  };
}

/** `source` is "cli" or "vscode", or tells which thread started this one as its sub-agent. */
function toParentId(source: unknown): string | undefined {
  const spawn = toFields(toFields(toFields(source)['subagent'])['thread_spawn']);
  return toOptionalText(spawn['parent_thread_id']);
}
