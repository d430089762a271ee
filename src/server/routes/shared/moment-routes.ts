import { Hono } from 'hono';
import { toSharedItem } from '../../../app/share/list-shared.ts';
import { openTeamPort } from '../../../app/share/open-team-port.ts';
import { previewCase, type CasePreview } from '../../../app/share/preview-case.ts';
import { shareCase } from '../../../app/share/share-case.ts';
import {
  sharedItemSchema,
  shareChoicesSchema,
  shareDigestSchema,
  sharePreviewSchema,
  shareWithheldSchema,
  type ShareChoices,
} from '../../../model/api/share.ts';
import type { MomentId } from '../../../model/moment.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import { answer } from '../../answer.ts';
import type { ServerContext } from '../../server-context.ts';
import { validate } from '../../validate.ts';
import { momentParamSchema } from '../moments/schema.ts';

/** A moment on its way to others. What is withheld is only told to an owner who opens it on purpose. */
export function createShareRoutes({ app, feed }: ServerContext) {
  const ofMoment = validate('param', momentParamSchema);
  const chosen = validate('json', shareChoicesSchema);
  return new Hono()
    .post('/:id/share-preview', ofMoment, chosen, async (c) => {
      const built = await preview(c.req.valid('param').id, c.req.valid('json'));
      return answer(c, sharePreviewSchema, built.ok ? ok(built.value.view) : built);
    })
    .post('/:id/share-withheld', ofMoment, chosen, async (c) => {
      const built = await preview(c.req.valid('param').id, c.req.valid('json'));
      return answer(c, shareWithheldSchema, built.ok ? ok(built.value.withheld) : built);
    })
    .post('/:id/share', ofMoment, validate('json', shareDigestSchema), async (c) => {
      const team = openTeamPort(app);
      const shared = team.ok ? await shareCase(app, team.value, c.req.valid('json').digest) : team;
      if (shared.ok) feed.publish({ name: 'changed', subject: 'shared', data: {} });
      return answer(c, sharedItemSchema, shared.ok ? ok(toSharedItem(shared.value)) : shared);
    });

  async function preview(id: MomentId, choices: ShareChoices): Promise<Result<CasePreview, Problem>> {
    const team = openTeamPort(app);
    return team.ok ? previewCase(app, team.value, id, choices) : team;
  }
}
