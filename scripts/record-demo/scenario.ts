/** A scenario is what the scripted model will do in one session, as data: one YAML file each under scenarios/. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/** One answer of the model: thoughts and words, then at most one kind of tool call. Several commands run side by side. */
const stepSchema = z
  .strictObject({
    think: z.string().optional(),
    say: z.string().optional(),
    run: z.union([z.string(), z.array(z.string()).min(2)]).optional(),
    patch: z.string().optional(),
  })
  .refine((step) => !(step.run && step.patch), 'a step runs or patches, not both')
  .refine((step) => step.say || step.run || step.patch, 'a step says, runs or patches something');
export type Step = z.infer<typeof stepSchema>;

const turnSchema = z
  .strictObject({
    /** Minutes the person took before writing this prompt. */
    after: z.number().min(0).default(0),
    prompt: z.string(),
    steps: z.array(stepSchema).min(1),
  })
  .refine((turn) => turn.steps.every((step, i) => isFinal(step) === (i === turn.steps.length - 1)), 'the last step of a turn, and no other, has no tool call');

const scenarioSchema = z.strictObject({
  title: z.string(),
  /** What a reader can learn from it. */
  shows: z.string(),
  sound: z.boolean().default(false),
  person: z.enum(['mara', 'tomas']),
  /** The branch the session works on; made from main where the repository has no such branch yet. */
  branch: z.string().regex(/^[a-z0-9][a-z0-9/-]+$/),
  /** Days from the demo's last day, 0 or negative, and the time of day in UTC at which the first prompt is written. */
  dayOffset: z.number().int().max(0),
  startsAt: z.string().regex(/^\d\d:\d\d$/),
  turns: z.array(turnSchema).min(1),
});
export type Scenario = z.infer<typeof scenarioSchema> & { readonly id: string };

function isFinal(step: { run?: unknown; patch?: unknown }): boolean {
  return step.run === undefined && step.patch === undefined;
}

/** All scenarios of a folder, in the order of their days. Throws, naming the file, when one does not fit the schema. */
export function loadScenarios(folder: string): Scenario[] {
  const scenarios = readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => {
      const parsed = scenarioSchema.safeParse(parse(readFileSync(join(folder, name), 'utf8')));
      if (!parsed.success) throw new Error(`${name}: ${z.prettifyError(parsed.error)}`);
      return { id: basename(name, '.yml'), ...parsed.data };
    });
  return scenarios.sort((a, b) => a.dayOffset - b.dayOffset || a.startsAt.localeCompare(b.startsAt));
}
