import { z } from 'zod';

/** Ticks of something that runs: its end is told elsewhere. */
export const silentProgressSchema = z.object({ data: z.object({ type: z.string() }) });
export const SILENT_PROGRESS = [
  'bash_progress',
  'hook_progress',
  'mcp_progress',
  'waiting_for_task',
  'query_update',
  'search_results_received',
  'skill_progress',
  'powershell_progress',
  'repl_tool_call',
] as const;
