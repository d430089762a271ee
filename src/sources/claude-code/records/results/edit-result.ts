import { z } from 'zod';

const patchHunkSchema = z.object({
  oldStart: z.number(),
  oldLines: z.number(),
  newStart: z.number(),
  newLines: z.number(),
  lines: z.array(z.string()),
});

/** `toolUseResult` of Edit, MultiEdit and Write. MultiEdit calls the file before `originalFileContents`. */
export const editResultSchema = z.object({
  filePath: z.string(),
  type: z.string().nullish(),
  content: z.string().nullish(),
  originalFile: z.string().nullish(),
  originalFileContents: z.string().nullish(),
  structuredPatch: z.array(patchHunkSchema).nullish(),
  userModified: z.boolean().nullish(),
});
export type EditResult = z.infer<typeof editResultSchema>;
