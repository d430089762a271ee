/** Every record kind of Copilot CLI that Rounds knows, with the schema of what it needs from its `data`. */
import { z } from 'zod';
import { assistantMessageSchema, assistantReasoningSchema } from './assistant-message.ts';
import {
  contextChangedSchema,
  modeChangedSchema,
  modelChangeSchema,
  noticeSchema,
  permissionsChangedSchema,
  sessionResumeSchema,
  sessionStartSchema,
  titleChangedSchema,
} from './session.ts';
import { SILENT_RECORDS, silentRecordSchema } from './silent-record.ts';
import { permissionCompletedSchema, toolCompleteSchema, toolStartSchema } from './tool-execution.ts';
import { abortSchema, compactionCompleteSchema, hookEndSchema, snapshotRewindSchema, subagentFailedSchema, truncationSchema } from './turning-points.ts';
import { skillInvokedSchema, systemNotificationSchema, userMessageSchema } from './user-message.ts';

/** What stands around every record's data. */
export const recordSchema = z.object({
  type: z.string(),
  id: z.string().nullish(),
  timestamp: z.unknown().optional(),
  /** A sub-agent's; absent for the main agent. */
  agentId: z.string().nullish(),
  data: z.unknown().optional(),
});

/** Kinds that make events or say something about the session. */
export const SPOKEN_SCHEMAS = {
  'session.start': sessionStartSchema,
  'session.resume': sessionResumeSchema,
  'session.context_changed': contextChangedSchema,
  'session.model_change': modelChangeSchema,
  'session.mode_changed': modeChangedSchema,
  'session.permissions_changed': permissionsChangedSchema,
  'session.title_changed': titleChangedSchema,
  'session.error': noticeSchema,
  'session.warning': noticeSchema,
  'session.info': noticeSchema,
  'session.compaction_complete': compactionCompleteSchema,
  'session.truncation': truncationSchema,
  'session.snapshot_rewind': snapshotRewindSchema,
  'user.message': userMessageSchema,
  'system.notification': systemNotificationSchema,
  'skill.invoked': skillInvokedSchema,
  'assistant.message': assistantMessageSchema,
  'assistant.reasoning': assistantReasoningSchema,
  'tool.execution_start': toolStartSchema,
  'tool.execution_complete': toolCompleteSchema,
  'permission.completed': permissionCompletedSchema,
  'subagent.failed': subagentFailedSchema,
  'hook.end': hookEndSchema,
  abort: abortSchema,
};

export const RECORD_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(SPOKEN_SCHEMAS),
  ...SILENT_RECORDS.map((kind) => [kind, silentRecordSchema] as const),
]);

export type SpokenKind = keyof typeof SPOKEN_SCHEMAS;
export type DataOf<K extends SpokenKind> = z.infer<(typeof SPOKEN_SCHEMAS)[K]>;
