import { z } from 'zod';

/** State of the agent's own screen. */
export const silentStateSchema = z.object({ type: z.string() });
export const SILENT_STATES = [
  'agent-color',
  'agent-name',
  'agent-setting',
  'attribution-snapshot',
  'bridge-session',
  'content-replacement',
  'file-history-delta',
  'last-prompt',
  'speculation-accept',
  'started',
  'tag',
  'task-summary',
  'worktree-state',
] as const;
