import type { CaseList, CaseView } from '../../../model/api/team/case-views.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId } from '../../../model/team/ids.ts';
import { listCases, readCase, readTree, readWithheld } from '../../../store/cases.ts';
import type { Actor, Tx } from '../../../store/connect-store.ts';
import { listRoundsOfCase } from '../../../store/rounds.ts';
import type { SharedApp } from '../team-app.ts';
import { readContent, toAbout, toCaseKey, toQuestion, type CaseContent } from './case-bodies.ts';

const CASES_OF_A_LIST = 100;

export function showCase(app: SharedApp, actor: Actor, id: CaseId): Promise<Result<CaseView, Problem>> {
  return app.store.as(actor, async (tx) => {
    const stored = await readCase(tx, id);
    if (!stored) return failed(noSuchCase());
    const content = await readContent(app, stored);
    if (!content.ok) return content;
    const { kind, owner, pair, hasTree, treeHash, createdAt, publishedAt, forgottenAt } = stored;
    const rounds = await listRoundsOfCase(tx, id);
    return ok({ id, kind, owner, pair, ...toShownContent(content.value), hasTree, treeHash, createdAt, publishedAt, forgottenAt, rounds });
  });
}

/** As answers hold it: what the kind does not have is absent. */
export const toShownContent = ({ case: content, ...others }: CaseContent) => ({ content: content ?? null, ...others });

/** Cases shared with me, the latest first. */
export function listSharedCases(app: SharedApp, actor: Actor): Promise<Result<CaseList, Problem>> {
  return app.store.as(actor, async (tx) => {
    const cases: CaseList['cases'] = [];
    for (const stored of await listCases(tx, CASES_OF_A_LIST)) {
      const content = await readContent(app, stored);
      const { id, kind, owner, pair, createdAt, publishedAt, forgottenAt } = stored;
      const question = content.ok ? toQuestion(content.value) : null;
      cases.push({ id, kind, owner, pair, createdAt, publishedAt, forgottenAt, question, rounds: await listRoundsOfCase(tx, id) });
    }
    return ok({ cases });
  });
}

/** The archive of the case's tree, or of the one that mended it: to whom the database gives it. */
export function readCaseTree(app: SharedApp, actor: Actor, id: CaseId, which: 'agent' | 'fix'): Promise<Result<Buffer, Problem>> {
  return app.store.as(actor, async (tx) => {
    const body = await readBody(tx, id, which);
    if (!body)
      return failed(
        problem('not-found', 'There is no such code to see here.', { why: 'It was not shared, or it was forgotten, or the round is not revealed.' }),
      );
    return app.keys.decrypt(toCaseKey(id), toAbout(id, which === 'agent' ? 'tree' : 'fix'), body);
  });
}

const readBody = (tx: Tx, id: CaseId, which: 'agent' | 'fix'): Promise<Buffer | null> => (which === 'agent' ? readTree(tx, id) : readWithheld(tx, id, 'fix'));

export function noSuchCase(): Problem {
  return problem('not-found', 'There is no such case, or it is not shared with you.', { next: 'Open it from your list of cases.' });
}
