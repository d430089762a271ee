import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { RoundAtHand, RoundDoor } from '../../app/take-part/round-door.ts';
import { debriefSchema } from '../../model/debrief.ts';
import { judgementSchema } from '../../model/judgement.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { rankingSchema } from '../../model/team/shared-comparison.ts';
import { predictionsSchema } from '../../model/team/shared-deconstruction.ts';
import { failed, ok, type Result } from '../../model/result.ts';

const answersSchema = z.strictObject({
  /** Sealed where the round still takes one. */
  judgement: judgementSchema.or(z.literal('pass')).optional(),
  /** In a comparison or a deconstruction for two. */
  work: rankingSchema.or(predictionsSchema).optional(),
  /** Closes the round where it is revealed. */
  debrief: debriefSchema.optional(),
});
export type Answers = z.infer<typeof answersSchema>;

export function readAnswers(path: string): Result<Answers, Problem> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return failed(problem('bad-input', `${path} cannot be read as JSON.`, { why: error instanceof Error ? error.message : undefined }));
  }
  const parsed = answersSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return failed(
    problem('bad-input', issue?.message ?? 'The answers do not fit.', {
      why: `In ${issue?.path.join('.') || 'the file'} of ${path}.`,
      next: 'Give { "judgement": { … } or "pass", "debrief": { … } }; either may be missing.',
    }),
  );
}

const isOpen = ({ state, people }: RoundAtHand): boolean => state === 'sealing' && people.some(({ isMe, answered }) => isMe && !answered);

/** Takes the round as far as the answers go; what it already has is left alone. Returns where it stands. */
export async function playAnswers(door: RoundDoor, { judgement, work, debrief }: Answers): Promise<Result<RoundAtHand, Problem>> {
  let looked = await door.look();
  const again = async (done: Result<unknown, Problem>): Promise<Result<RoundAtHand, Problem>> => (done.ok ? door.look() : done);
  if (looked.ok && judgement && isOpen(looked.value)) looked = await again(await (judgement === 'pass' ? door.pass() : door.seal(judgement)));
  if (looked.ok && work && door.sealWork && isOpen(looked.value)) looked = await again(await door.sealWork(work));
  if (!looked.ok || !debrief) return looked;
  if (looked.value.state === 'revealed' || looked.value.state === 'proving') looked = await again(await door.startDebrief());
  if (looked.ok && looked.value.state === 'debrief') looked = await again(await door.close(debrief));
  return looked;
}
