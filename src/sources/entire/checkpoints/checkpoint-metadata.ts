import { z } from 'zod';
import { toInstant } from '../../to-instant.ts';

/** What Entire writes about one session in one checkpoint. The summary of the whole checkpoint has no session id. */
const metadataSchema = z.object({
  session_id: z.string().min(1).max(200),
  created_at: z.unknown().optional(),
  branch: z.string().nullish(),
  agent: z.string().nullish(),
  files_touched: z.array(z.string()).nullish(),
  checkpoint_transcript_start: z.number().int().nullish(),
  transcript_lines_at_start: z.number().int().nullish(),
});

export interface CheckpointMetadata {
  readonly nativeId: string;
  readonly createdAt: string | null;
  readonly branch?: string;
  /** What Entire took the agent for: wrong often enough that only the transcript itself is believed. */
  readonly label?: string;
  readonly filesTouched: readonly string[];
  /** Lines of the transcript that are older than this checkpoint. */
  readonly linesBefore: number;
}

/** Until early 2026 Entire put the day before the agent's id: one session then has another name each day. */
const DAY = /^\d{4}-\d\d-\d\d-(?=[0-9a-f]{8}-[0-9a-f]{4}-)/;

/** Undefined where it is the summary of a checkpoint, or nothing that can be read. */
export function parseCheckpointMetadata(bytes: Buffer): CheckpointMetadata | undefined {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined; // damaged: the session's other checkpoints still tell of it
  }
  const metadata = metadataSchema.safeParse(value).data;
  if (!metadata) return undefined;
  return {
    nativeId: metadata.session_id.replace(DAY, ''),
    createdAt: toInstant(metadata.created_at),
    branch: metadata.branch ?? undefined,
    label: metadata.agent ?? undefined,
    filesTouched: metadata.files_touched ?? [],
    linesBefore: metadata.checkpoint_transcript_start || metadata.transcript_lines_at_start || 0,
  };
}
