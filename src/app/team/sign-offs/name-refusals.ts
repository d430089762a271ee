import type { ShownRefusal } from '../../../model/api/team/sign-offs.ts';
import type { SignOffRequest } from '../../../model/sign-off.ts';
import type { PersonId } from '../../../model/team/ids.ts';
import { listRefusals, type SignOffScene } from '../../../programme/sign-off/list-refusals.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { namePeople } from '../../../store/lessons.ts';
import { nameBelief, readContentOf } from './sign-off-content.ts';

/** Every reason against it, with names in place of ids: people, cases by where and when, beliefs by what they say. */
export async function nameRefusals(tx: Tx, request: SignOffRequest, scene: SignOffScene): Promise<ShownRefusal[]> {
  const people = [request.person, request.signer, ...request.evidence.map(({ rater }) => rater), ...request.askedForDissent] as PersonId[];
  const nameById = new Map<string, string>((await namePeople(tx, people)).map(({ id, name }) => [id, name]));
  for (const { case: id, context, at } of request.evidence)
    nameById.set(id, `${scene.hashByCase.has(id) ? `the case in ${context}` : 'a forgotten case'} (rated ${at.slice(0, 10)})`);
  const content = await readContentOf(tx, request.person as PersonId);
  for (const { id } of scene.misconceptions) nameById.set(id, `“${nameBelief(content, id).replace(/\.$/, '')}”`);
  return listRefusals(request, scene).map(({ code, words }) => ({ code, words: replaceIds(words, nameById) }));
}

/** In one pass, so that a name which looks like an id stays a name. */
function replaceIds(words: string, nameById: ReadonlyMap<string, string>): string {
  const ids = [...nameById.keys()].sort((a, b) => b.length - a.length).map((id) => id.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return ids.length === 0 ? words : words.replaceAll(new RegExp(String.raw`(?<![\w-])(?:${ids.join('|')})(?![\w-])`, 'g'), (id) => nameById.get(id) ?? id);
}
