/** The parts of an answer as the screen shows them, by their `kind`. A part without one is Markdown. */
import { z } from 'zod';

export const uriSchema = z.object({ path: z.string().nullish(), fsPath: z.string().nullish(), scheme: z.string().nullish() });
export type Uri = z.infer<typeof uriSchema>;

/** A text, or Markdown with its text in `value`. */
export const markdownSchema = z.union([z.string(), z.object({ value: z.string() })]);

export const markdownPartSchema = z.object({
  value: z.string().nullish(),
  content: markdownSchema.nullish(),
  /** The folder that relative links start from: the workspace. */
  baseUri: uriSchema.nullish(),
});

export const inlineReferencePartSchema = z.object({
  name: z.string().nullish(),
  inlineReference: z.object({ path: z.string().nullish(), name: z.string().nullish(), uri: uriSchema.nullish() }),
});

export const thinkingPartSchema = z.object({ value: z.union([z.string(), z.array(z.string())]).nullish() });

export const terminalDataSchema = z.object({
  kind: z.literal('terminal'),
  command: z.string().nullish(),
  commandLine: z.object({ original: z.string().nullish(), userEdited: z.string().nullish(), toolEdited: z.string().nullish() }).nullish(),
  cwd: uriSchema.nullish(),
  terminalCommandOutput: z.object({ text: z.string().nullish() }).nullish(),
  /** `timestamp` and `duration` in ms. */
  terminalCommandState: z.object({ exitCode: z.number().nullish(), timestamp: z.number().nullish(), duration: z.number().nullish() }).nullish(),
});
export type TerminalData = z.infer<typeof terminalDataSchema>;

export const invocationPartSchema = z.object({
  toolId: z.string().nullish(),
  toolCallId: z.string().nullish(),
  invocationMessage: markdownSchema.nullish(),
  pastTenseMessage: markdownSchema.nullish(),
  /** False, or a reason of type 0 (denied) or 5 (skipped), where the person said no. */
  isConfirmed: z.union([z.boolean(), z.object({ type: z.number() })]).nullish(),
  isComplete: z.boolean().nullish(),
  subAgentInvocationId: z.string().nullish(),
  toolSpecificData: z.unknown().optional(),
  resultDetails: z.unknown().optional(),
});
export type InvocationPart = z.infer<typeof invocationPartSchema>;

const rangeSchema = z.object({ startLineNumber: z.number(), startColumn: z.number(), endLineNumber: z.number(), endColumn: z.number() });
const textEditSchema = z.object({ text: z.string(), range: rangeSchema });
export const textEditGroupPartSchema = z.object({ uri: uriSchema, edits: z.array(z.array(textEditSchema)) });
export type TextEditGroupPart = z.infer<typeof textEditGroupPartSchema>;

export const noticePartSchema = z.object({ content: markdownSchema });

/** Kinds that are known and say nothing that another part does not. */
const silentPartSchema = z.object({});
export const SILENT_PARTS = [
  'agentDetection',
  'autoModeResolution',
  'clearToPreviousToolInvocation',
  'codeCitation',
  'codeblockUri',
  'command',
  'confirmation',
  'contentReference',
  'elicitation',
  'elicitation2',
  'elicitationSerialized',
  'extensions',
  'externalEdit',
  'hook',
  'mcpServersStarting',
  'mcpServersStartingSlow',
  'multiDiffData',
  'notebookEditGroup',
  'prepareToolInvocation',
  'progressMessage',
  'progressTask',
  'progressTaskSerialized',
  'pullRequest',
  'questionCarousel',
  'reference',
  'references',
  'todoList',
  'toolInvocation',
  'treeData',
  'undoStop',
  'usedContext',
  'workspaceEdit',
] as const;

export const SPOKEN_PARTS = {
  markdown: markdownPartSchema,
  markdownContent: markdownPartSchema,
  markdownVuln: markdownPartSchema,
  inlineReference: inlineReferencePartSchema,
  thinking: thinkingPartSchema,
  toolInvocationSerialized: invocationPartSchema,
  textEditGroup: textEditGroupPartSchema,
  warning: noticePartSchema,
  systemNotification: noticePartSchema,
};

export const PART_SCHEMAS: ReadonlyMap<string, z.ZodType> = new Map<string, z.ZodType>([
  ...Object.entries(SPOKEN_PARTS),
  ...SILENT_PARTS.map((kind) => [kind, silentPartSchema] as const),
]);

type SpokenPartKind = keyof typeof SPOKEN_PARTS;
/** Parts that make events, told apart by kind. */
export type SpokenPart = { [K in SpokenPartKind]: { readonly kind: K; readonly value: z.infer<(typeof SPOKEN_PARTS)[K]> } }[SpokenPartKind];
