/** Every record kind of Claude Code that Rounds knows, with the schema of what it needs from it. */
import type { z } from 'zod';
import { toName } from '../../fields.ts';
import { assistantSchema } from './assistant.ts';
import { hookAttachmentSchema } from './attachment/hook.ts';
import { queuedCommandSchema } from './attachment/queued-command.ts';
import { SILENT_ATTACHMENTS, silentAttachmentSchema } from './attachment/silent-attachment.ts';
import { agentProgressSchema } from './progress/agent-progress.ts';
import { SILENT_PROGRESS, silentProgressSchema } from './progress/silent-progress.ts';
import { fileHistorySnapshotSchema } from './state/file-history-snapshot.ts';
import { modeSchema } from './state/mode.ts';
import { prLinkSchema } from './state/pr-link.ts';
import { queueOperationSchema } from './state/queue-operation.ts';
import { SILENT_STATES, silentStateSchema } from './state/silent-state.ts';
import { summarySchema } from './state/summary.ts';
import { titleSchema } from './state/title.ts';
import { apiErrorSchema } from './system/api-error.ts';
import { compactBoundarySchema } from './system/compact-boundary.ts';
import { localCommandSchema } from './system/local-command.ts';
import { systemMessageSchema } from './system/message.ts';
import { microcompactBoundarySchema } from './system/microcompact-boundary.ts';
import { stopHookSummarySchema } from './system/stop-hook-summary.ts';
import { turnDurationSchema } from './system/turn-duration.ts';
import { userSchema } from './user.ts';

/** Kinds that make events or say something about the session. */
export const SPOKEN_SCHEMAS = {
  user: userSchema,
  assistant: assistantSchema,
  summary: summarySchema,
  'ai-title': titleSchema,
  'custom-title': titleSchema,
  mode: modeSchema,
  'permission-mode': modeSchema,
  'pr-link': prLinkSchema,
  'queue-operation': queueOperationSchema,
  'progress/agent_progress': agentProgressSchema,
  'system/compact_boundary': compactBoundarySchema,
  'system/microcompact_boundary': microcompactBoundarySchema,
  'system/api_error': apiErrorSchema,
  'system/stop_hook_summary': stopHookSummarySchema,
  'system/local_command': localCommandSchema,
  'system/away_summary': systemMessageSchema,
  'system/informational': systemMessageSchema,
  'system/turn_duration': turnDurationSchema,
  'attachment/queued_command': queuedCommandSchema,
  'attachment/hook_blocking_error': hookAttachmentSchema,
  'attachment/hook_non_blocking_error': hookAttachmentSchema,
  'attachment/hook_error_during_execution': hookAttachmentSchema,
  'attachment/hook_stopped_continuation': hookAttachmentSchema,
  'attachment/hook_system_message': hookAttachmentSchema,
};

const listed = (prefix: string, kinds: readonly string[], schema: z.ZodType) => kinds.map((kind) => [`${prefix}${kind}`, schema] as const);

/** Kinds that are known and say nothing. */
const SILENT_SCHEMAS = new Map<string, z.ZodType>([
  ['file-history-snapshot', fileHistorySnapshotSchema],
  ...listed('', SILENT_STATES, silentStateSchema),
  ...listed('progress/', SILENT_PROGRESS, silentProgressSchema),
  ...listed('attachment/', SILENT_ATTACHMENTS, silentAttachmentSchema),
]);

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([...Object.entries(SPOKEN_SCHEMAS), ...SILENT_SCHEMAS]);

export type SpokenKind = keyof typeof SPOKEN_SCHEMAS;
export type RecordOf<K extends SpokenKind> = z.infer<(typeof SPOKEN_SCHEMAS)[K]>;

/** "user", "system/turn_duration", "attachment/file", "progress/bash_progress"; '' where the value is no record. */
export function toRecordKind(value: unknown): string {
  if (typeof value !== 'object' || value === null) return '';
  const record = value as { type?: unknown; subtype?: unknown; data?: unknown; attachment?: unknown };
  if (typeof record.type !== 'string') return '';
  if (record.type === 'system') return `system/${toName(record.subtype)}`;
  if (record.type === 'progress') return `progress/${typeOf(record.data)}`;
  if (record.type === 'attachment') return `attachment/${typeOf(record.attachment)}`;
  return record.type;
}

const typeOf = (value: unknown): string => (typeof value === 'object' && value !== null ? toName((value as { type?: unknown }).type) : 'none');
