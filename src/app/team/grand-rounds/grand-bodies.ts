/** A grand round's case and what came later: encrypted with the key of the case it was made of, so that forgetting the case empties both. */
import { outcomeSchema, type Outcome } from '../../../model/case.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { strippedCaseSchema, type StrippedCase } from '../../../model/team/grand-round.ts';
import type { CaseId, GrandRoundId } from '../../../model/team/ids.ts';
import type { GrandBodies } from '../../../store/grand-rounds.ts';
import { toCaseKey } from '../cases/case-bodies.ts';
import type { SharedApp } from '../team-app.ts';

const toAbout = (id: GrandRoundId, part: 'content' | 'outcome'): string => `${part} of grand round ${id}`;

export interface GrandParts {
  readonly content: StrippedCase;
  readonly outcome: Outcome;
}

export async function closeBodies(
  { keys }: SharedApp,
  id: GrandRoundId,
  of: CaseId,
  { content, outcome }: GrandParts,
): Promise<Result<Omit<GrandBodies, 'keyOf'> & { withheld: Buffer }, Problem>> {
  const shown = await keys.encrypt(toCaseKey(of), toAbout(id, 'content'), Buffer.from(JSON.stringify(content)));
  if (!shown.ok) return shown;
  const withheld = await keys.encrypt(toCaseKey(of), toAbout(id, 'outcome'), Buffer.from(JSON.stringify(outcome)));
  return withheld.ok ? ok({ content: shown.value, withheld: withheld.value }) : withheld;
}

/** What there is to see of it; nothing of one that was withdrawn or forgotten. */
export async function openBodies(
  { keys }: SharedApp,
  id: GrandRoundId,
  { keyOf, content, withheld }: GrandBodies,
): Promise<Result<Partial<GrandParts>, Problem>> {
  if (content.length === 0) return ok({});
  const shown = await keys.decrypt(toCaseKey(keyOf), toAbout(id, 'content'), content);
  if (!shown.ok) return shown;
  const later = withheld && withheld.length > 0 ? await keys.decrypt(toCaseKey(keyOf), toAbout(id, 'outcome'), withheld) : ok(null);
  if (!later.ok) return later;
  const parsed = strippedCaseSchema.safeParse(JSON.parse(shown.value.toString()));
  const outcome = later.value ? outcomeSchema.safeParse(JSON.parse(later.value.toString())) : null;
  if (!parsed.success || outcome?.success === false)
    return failed(
      problem('storage', 'This case cannot be read.', { why: 'It was offered by another version of Rounds.', next: 'Update Rounds on the team’s server.' }),
    );
  return ok({ content: parsed.data, ...(outcome ? { outcome: outcome.data } : {}) });
}
