/** Where Entire keeps a session's part in a checkpoint, in each of the layouts it has had. */
export interface CheckpointPlace {
  readonly checkpoint: string;
  /** Number of the session within the checkpoint, or the task a sub-agent did. */
  readonly slot: string;
  readonly file: 'metadata' | 'raw' | 'compact';
  /** Transcripts over 50 MB are cut: `full.jsonl`, then `full.jsonl.001` … */
  readonly part: number;
  /** Of a sub-agent's transcript: what its agent calls it. */
  readonly agentId?: string;
}

/** 12 hex digits, or (2026) a ULID. */
const ID = /^(?:[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{26})$/;
const SHARED_PATH = /^([0-9A-Za-z]{2})\/([0-9A-Za-z]{10,24})\/(.+)$/;
const SLOT_FILE = /^(?:(\d+)\/)?(metadata\.json|full\.jsonl|full\.log|raw_transcript|transcript\.jsonl)(?:\.(\d{3}))?$/;
/** A sub-agent's own transcript beside what says whose it is; under the checkpoint, whichever session it worked for. */
const TASK_FILE = /^(?:\d+\/)?(tasks\/[\w-]{1,200})\/(?:checkpoint\.json|agent-([\w-]{1,100})\.jsonl)$/;
const FILES = { 'metadata.json': 'metadata', 'full.jsonl': 'raw', 'full.log': 'raw', raw_transcript: 'raw', 'transcript.jsonl': 'compact' } as const;
const OWN_REF = /^refs\/entire\/checkpoints\/([0-9A-Za-z]{2})\/([0-9A-Za-z]{12,26})$/;

/** Refs that hold many checkpoints in one tree: v1 as a branch, here or fetched, and v2 with the raw transcripts apart. */
export const SHARED_REFS = /^refs\/(?:heads\/|remotes\/[^/]+\/|)entire\/checkpoints\/(?:v1|v2\/main|v2\/full\/[^/]+)$/;

/** As of `git for-each-ref`. */
export const REF_PATTERNS = ['refs/heads/entire/checkpoints', 'refs/remotes/*/entire/checkpoints/**', 'refs/entire/checkpoints'];

/** The checkpoint that has this ref to itself: its folder is the last two characters of its id. */
export function parseOwnRef(name: string): string | undefined {
  const [, folder, id = ''] = OWN_REF.exec(name) ?? [];
  return ID.test(id) && id.slice(-2) === folder ? id : undefined;
}

/** @param owner the checkpoint whose own tree it is; in a shared tree the path begins with the checkpoint's id, cut after two characters */
export function parseCheckpointPlace(path: string, owner: string | undefined): CheckpointPlace | undefined {
  const shared = owner === undefined ? SHARED_PATH.exec(path) : null;
  const checkpoint = owner ?? (shared ? `${shared[1]}${shared[2]}` : '');
  if (!ID.test(checkpoint)) return undefined;
  const rest = shared?.[3] ?? path;
  const [, task, agentId] = TASK_FILE.exec(rest) ?? [];
  if (task !== undefined)
    return agentId === undefined ? { checkpoint, slot: task, file: 'metadata', part: 0 } : { checkpoint, slot: task, file: 'raw', part: 0, agentId };
  const [, slot = '', name, part] = SLOT_FILE.exec(rest) ?? [];
  if (name === undefined) return undefined;
  return { checkpoint, slot, file: FILES[name as keyof typeof FILES], part: Number(part ?? 0) };
}
