import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { forgetMyCase, publishMyCase } from '../../../../app/team/cases/own-case.ts';
import { receiveCase } from '../../../../app/team/cases/receive-case.ts';
import { listSharedCases, readCaseTree, showCase } from '../../../../app/team/cases/show-case.ts';
import { caseListSchema, caseViewSchema } from '../../../../model/api/team/case-views.ts';
import { caseParamSchema, sharedCaseSchema } from '../../../../model/api/team/cases.ts';
import { problem, type Problem } from '../../../../model/problem.ts';
import { failed, ok, type Result } from '../../../../model/result.ts';
import { MAX_SHARE_BYTES, shareRequestSchema, type ShareRequest } from '../../../../model/team/shared-case.ts';
import { answer, answerDone } from '../../../answer.ts';
import { toProblemResponse } from '../../../problem-response.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

const whichTree = z.object({ which: z.enum(['agent', 'fix']).default('agent') });

/** Cases people shared: with their pair at first, with the team when their owner says so. */
export const createCaseRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({ method: 'GET', path: '/api/team/cases', may: 'member', handle: ({ c, caller }) => answer(c, caseListSchema, listSharedCases(app, caller)) }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cases',
    may: 'member',
    maxBodyBytes: MAX_SHARE_BYTES,
    handle: async ({ c, caller }) => {
      const read = await readShare(c);
      return answer(c, sharedCaseSchema, read.ok ? receiveCase(app, caller, read.value.request, read.value.digest) : read, 201);
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cases/:id',
    may: 'member',
    param: caseParamSchema,
    handle: ({ c, caller, param }) => answer(c, caseViewSchema, showCase(app, caller, param.id)),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/team/cases/:id/tree',
    may: 'member',
    param: caseParamSchema,
    query: whichTree,
    handle: async ({ c, caller, param, query }) => {
      const archive = await readCaseTree(app, caller, param.id, query.which);
      if (!archive.ok) return toProblemResponse(c, archive.problem);
      return c.body(new Uint8Array(archive.value), 200, { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' });
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cases/:id/publish',
    may: 'member',
    param: caseParamSchema,
    handle: ({ c, caller, param }) => answerDone(c, publishMyCase(app, caller, param.id)),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/cases/:id/forget',
    may: 'member',
    param: caseParamSchema,
    handle: ({ c, caller, param }) => answerDone(c, forgetMyCase(app, caller, param.id)),
  }),
];

/** The bytes are hashed as they came: parsing them first would hash what they mean. */
async function readShare(c: Context): Promise<Result<{ request: ShareRequest; digest: string }, Problem>> {
  const bytes = Buffer.from(await c.req.arrayBuffer());
  const hash = createHash('sha256').update(bytes).digest();
  const said = c.req.header('content-digest');
  if (said !== undefined && !said.includes(`sha-256=:${hash.toString('base64')}:`))
    return failed(
      problem('bad-input', 'These are not the bytes that were previewed.', {
        why: 'Their SHA-256 is another than the one sent with them.',
        next: 'Look at the preview again and share.',
      }),
    );
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString());
  } catch {
    return failed(problem('bad-input', 'The request is not JSON.'));
  }
  const parsed = shareRequestSchema.safeParse(value);
  if (parsed.success) return ok({ request: parsed.data, digest: hash.toString('hex') });
  const [issue] = parsed.error.issues;
  return failed(problem('bad-input', issue?.message ?? 'The request does not fit.', { why: `In field "${issue?.path.join('.') ?? ''}".` }));
}
