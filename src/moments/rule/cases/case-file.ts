/** The shape of a rule's cases.yml. What each step means is told in src/moments/rules/README.md. */
import { z } from 'zod';
import { agentNameSchema } from '../../../model/agent.ts';
import { callOutcomeSchema, promptOriginSchema } from '../../../model/event.ts';

const any = { thread: z.string().optional(), replayed: z.boolean().optional(), wait: z.number().optional() };
const answer = { outcome: callOutcomeSchema.optional(), because: z.string().optional() };

const stepSchema = z.union([
  z.strictObject({ ...any, human: z.string(), origin: promptOriginSchema.optional() }),
  z.strictObject({ ...any, say: z.string() }),
  z.strictObject({ ...any, think: z.string() }),
  z.strictObject({ ...any, ...answer, run: z.string(), exit: z.number().int().optional(), out: z.string().optional(), background: z.boolean().optional() }),
  z.strictObject({
    ...any,
    ...answer,
    edit: z.string(),
    diff: z.string().optional(),
    from: z.number().int().optional(),
    before: z.string().optional(),
    after: z.string().optional(),
    create: z.string().optional(),
    delete: z.boolean().optional(),
    humanModified: z.boolean().optional(),
  }),
  z.strictObject({ ...any, ...answer, read: z.string(), out: z.string().optional() }),
  z.strictObject({ ...any, ...answer, search: z.string(), out: z.string().optional() }),
  z.strictObject({ ...any, ...answer, fetch: z.string(), out: z.string().optional() }),
  z.strictObject({ ...any, ...answer, plan: z.string() }),
  z.strictObject({ ...any, ...answer, ask: z.string() }),
  z.strictObject({ ...any, interrupt: z.string() }),
  z.strictObject({ ...any, compact: z.literal(true) }),
]);
export type Step = z.infer<typeof stepSchema>;

const codeSchema = z.strictObject({ path: z.string(), before: z.string().default(''), after: z.string() });

const scene = {
  name: z.string(),
  agent: agentNameSchema.default('claude-code'),
  session: z.array(stepSchema).min(1).optional(),
  code: codeSchema.optional(),
};
const oneScene = [(c: { session?: unknown; code?: unknown }) => (c.session === undefined) !== (c.code === undefined), 'give either session or code'] as const;

const silentCaseSchema = z.strictObject(scene).refine(...oneScene);
const foundCaseSchema = z
  .strictObject({ ...scene, at: z.number().int().min(1).optional(), hindsight: z.number().int().min(1).optional(), count: z.number().int().min(1).optional() })
  .refine(...oneScene);
export type FoundCase = z.infer<typeof foundCaseSchema>;
export type SilentCase = z.infer<typeof silentCaseSchema>;

export const caseFileSchema = z.strictObject({
  positive: z.array(foundCaseSchema).min(1),
  negative: z.array(silentCaseSchema).min(1),
  'near-miss': z.array(silentCaseSchema).min(1),
});

/** The steps of a case; `code` is one request and one edit. */
export function toSteps({ session, code }: SilentCase): Step[] {
  if (!code) return session ?? [];
  return [{ human: `Please change ${code.path}.` }, { edit: code.path, before: code.before, after: code.after }];
}
