import type { SignOffList, SignOffView } from '../../../model/api/team/sign-offs.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { PersonId, SignOffId } from '../../../model/team/ids.ts';
import type { Actor } from '../../../store/connect-store.ts';
import { answerDissent, listDissentAsked, sayDissent } from '../../../store/sign-offs.ts';
import type { SharedApp } from '../team-app.ts';
import { listMySignOffs, showWithin } from './show-sign-off.ts';
import { tellOfSignOff } from './tell-of-sign-off.ts';

/** Disagrees as one who rated. Until whoever signs has answered, nothing can be signed; said anew, it waits for an answer anew. */
export async function sayMyDissent(app: SharedApp, actor: Actor, id: SignOffId, words: string): Promise<Result<SignOffList, Problem>> {
  const said = await app.store.as<null>(actor, async (tx) => {
    const asked = (await listDissentAsked(tx)).some(({ request }) => request === id);
    if (!asked || !(await sayDissent(tx, id, { words, at: app.clock().toISOString() }))) return failed(notAsked());
    await tellOfSignOff(tx, id);
    return ok(null);
  });
  return said.ok ? listMySignOffs(app, actor) : said;
}

/** Answers, as who signs, what one of them said. */
export function answerTheirDissent(
  app: SharedApp,
  actor: Actor,
  id: SignOffId,
  { by, answer }: { by: PersonId; answer: string },
): Promise<Result<SignOffView, Problem>> {
  return app.store.as(actor, async (tx) => {
    if (!(await answerDissent(tx, id, { by, answer, at: app.clock().toISOString() })))
      return failed(
        problem('not-found', 'There is nothing of theirs to answer here.', { why: 'They said nothing, or it is not yours to sign, or it is decided.' }),
      );
    await tellOfSignOff(tx, id);
    return showWithin(app, tx, id);
  });
}

const notAsked = (): Problem =>
  problem('not-found', 'You are not asked about this.', { why: 'It was decided or taken back, or you did not rate in it.', next: 'Nothing was said.' });
