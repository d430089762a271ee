import { z } from 'zod';

/** Where the session works, as git saw it then. */
const contextSchema = z.object({
  cwd: z.string().nullish(),
  gitRoot: z.string().nullish(),
  branch: z.string().nullish(),
  headCommit: z.string().nullish(),
  /** "owner/name", and the host it is on. */
  repository: z.string().nullish(),
  repositoryHost: z.string().nullish(),
});
export type SessionContext = z.infer<typeof contextSchema>;

/** First record. `vscodeVersion` is there when the chat of VS Code writes the same format. */
export const sessionStartSchema = z.object({
  sessionId: z.string(),
  copilotVersion: z.string().nullish(),
  vscodeVersion: z.string().nullish(),
  selectedModel: z.string().nullish(),
  context: contextSchema.nullish(),
});
export type SessionStart = z.infer<typeof sessionStartSchema>;

export const sessionResumeSchema = z.object({ selectedModel: z.string().nullish(), context: contextSchema.nullish() });
export const contextChangedSchema = contextSchema;
export const modelChangeSchema = z.object({ newModel: z.string().nullish() });
export const modeChangedSchema = z.object({ newMode: z.string() });
export const permissionsChangedSchema = z.object({ allowAllPermissions: z.boolean().nullish() });
export const titleChangedSchema = z.object({ title: z.string() });
export const noticeSchema = z.object({ message: z.string() });
