/** What a Claude Code file tells about its session, gathered over its records. */
import type { Session } from '../../model/session.ts';
import { toSessionId } from '../../model/session.ts';
import type { Envelope } from './records/envelope.ts';

export interface SessionLedger {
  readonly addEnvelope: (record: Envelope) => void;
  readonly addUsage: (messageId: string | undefined, model: string | undefined, outputTokens: number | undefined) => void;
  readonly addTitle: (title: string, rank: TitleRank, leafUuid?: string) => void;
  /** True where the record was copied from another session. */
  readonly isForeign: (record: Envelope) => boolean;
  readonly toSession: (times: Pick<Session, 'startedAt' | 'endedAt'>, hasRecord: (uuid: string) => boolean) => Session;
}

/** Who named the session: its person, a model, a summary of it, or nobody (its first prompt). */
export type TitleRank = 'custom' | 'ai' | 'summary' | 'prompt';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const AGENT_FILE = /^agent-([\w-]+)\.jsonl$/;

/** A sub-agent's own transcript is named after it; old versions write its id nowhere else. */
export const toAgentId = (fileName: string): string | undefined => AGENT_FILE.exec(fileName)?.[1];
const SYNTHETIC_MODEL = '<synthetic>';

export function createSessionLedger(fileName: string): SessionLedger {
  const idInName = fileName.match(UUID)?.at(-1);
  const versions = new Set<string>();
  const models = new Set<string>();
  const outputByMessage = new Map<string, number>();
  const titles = new Map<TitleRank, string>();
  const summaries: { title: string; leafUuid: string }[] = [];
  let sessionId: string | undefined;
  let isOwn = false; // the name's own id was seen, so a record with another id came from elsewhere
  let forkedFrom: string | undefined;
  let agentId: string | undefined;
  let hasMainRecords = false;
  let cwd: string | undefined;
  let branch: string | undefined;

  function isForeign(record: Envelope): boolean {
    if (record.forkedFrom?.sessionId) return true;
    return (
      idInName !== undefined &&
      !AGENT_FILE.test(fileName) &&
      typeof record.sessionId === 'string' &&
      record.sessionId !== idInName &&
      UUID_ONLY.test(record.sessionId)
    );
  }

  return {
    isForeign,
    addEnvelope(record) {
      if (record.version) versions.add(record.version);
      if (isForeign(record)) {
        forkedFrom ??= record.forkedFrom?.sessionId ?? record.sessionId ?? undefined;
        if (!record.forkedFrom?.sessionId) return;
      }
      if (record.sessionId && !isOwn) {
        sessionId = record.sessionId;
        isOwn = idInName === undefined || record.sessionId === idInName;
      }
      if (record.isSidechain === true) agentId ??= record.agentId ?? toAgentId(fileName);
      else if (record.uuid) hasMainRecords = true;
      cwd ??= record.cwd || undefined;
      branch ??= record.gitBranch || undefined;
    },
    addUsage(messageId, model, outputTokens) {
      if (model && model !== SYNTHETIC_MODEL) models.add(model);
      // One message is written over several lines, each with the usage so far.
      if (messageId && outputTokens !== undefined) outputByMessage.set(messageId, Math.max(outputTokens, outputByMessage.get(messageId) ?? 0));
    },
    addTitle(title, rank, leafUuid) {
      if (rank === 'summary' && leafUuid) summaries.push({ title, leafUuid });
      else if (rank !== 'prompt' || !titles.has('prompt')) titles.set(rank, title);
    },
    toSession(times, hasRecord) {
      const ownSummary = summaries.findLast((summary) => hasRecord(summary.leafUuid))?.title;
      const parent = sessionId ?? forkedFrom ?? idInName ?? fileName;
      const isSubAgent = agentId !== undefined && !hasMainRecords;
      const nativeId = isSubAgent ? `${parent}/${agentId}` : parent;
      const tokens = [...outputByMessage.values()];
      return {
        id: toSessionId('claude-code', nativeId),
        agent: 'claude-code',
        nativeId,
        parentNativeId: isSubAgent ? parent : undefined,
        forkedFromNativeId: forkedFrom === nativeId ? undefined : forkedFrom,
        agentVersions: [...versions],
        models: [...models],
        title: titles.get('custom') ?? titles.get('ai') ?? ownSummary ?? titles.get('summary') ?? titles.get('prompt'),
        cwd,
        branch,
        ...times,
        outputTokens: tokens.length === 0 ? undefined : tokens.reduce((sum, count) => sum + count, 0),
      };
    },
  };
}

const UUID_ONLY = new RegExp(`^${UUID.source}$`);
