import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { z } from 'zod';
import { endCalendarLink, identifyCalendar, makeCalendarLink } from '../../../../app/team/calendar/calendar-link.ts';
import { showCalendar } from '../../../../app/team/calendar/show-calendar.ts';
import type { Caller } from '../../../../app/team/caller.ts';
import { saveMailPreferences, showMailPreferences } from '../../../../app/team/mail/mail-preferences.ts';
import { sendTrial } from '../../../../app/team/mail/send-trial.ts';
import { unsubscribe } from '../../../../app/team/mail/unsubscribe.ts';
import { madeCalendarLinkSchema, mailViewSchema, makeCalendarLinkSchema, saveMailSchema } from '../../../../model/api/team/mail.ts';
import { problem } from '../../../../model/problem.ts';
import { ok } from '../../../../model/result.ts';
import { answer, answerDone } from '../../../answer.ts';
import { toProblemResponse } from '../../../problem-response.ts';
import type { TeamContext } from '../../team-context.ts';
import { defineRoute, type TeamRoute } from '../define-route.ts';

/** People come here from their mail program. */
export const UNSUBSCRIBE_PATH = '/api/mail/unsubscribe';

const tokenQuery = z.object({ token: z.string().regex(/^[\w-]{20,400}$/) });
const ofKey = z.object({ key: z.string().regex(/^[\w-]{43}(?:\.ics)?$/, 'This address is not complete.') });

/** What a person wants by e-mail, and their year for calendar programs. */
export const createMailRoutes = ({ app }: TeamContext): readonly TeamRoute[] => [
  defineRoute({
    method: 'GET',
    path: '/api/team/mail',
    may: 'member',
    handle: async ({ c, caller }) => answer(c, mailViewSchema, ok(await showMailPreferences(app, caller))),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/team/mail',
    may: 'member',
    json: saveMailSchema,
    handle: ({ c, caller, json }) => answer(c, mailViewSchema, saveMailPreferences(app, caller, json)),
  }),
  defineRoute({ method: 'POST', path: '/api/team/mail/trial', may: 'owner', handle: ({ c, caller }) => answerDone(c, sendTrial(app, caller)) }),
  // What a mail program does by itself (RFC 8058); one that opens the address instead is shown a page that asks first.
  defineRoute({
    method: 'POST',
    path: UNSUBSCRIBE_PATH,
    may: 'anyone',
    query: tokenQuery,
    handle: ({ c, query }) => answerDone(c, unsubscribe(app, query.token)),
  }),
  defineRoute({
    method: 'GET',
    path: UNSUBSCRIBE_PATH,
    may: 'anyone',
    query: tokenQuery,
    handle: ({ c, query }) => c.redirect(`/unsubscribe#${query.token}`, 303),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/team/calendar-link',
    may: 'member',
    json: makeCalendarLinkSchema,
    handle: ({ c, caller, json }) => answer(c, madeCalendarLinkSchema, makeCalendarLink(app, caller, json.zone), 201),
  }),
  defineRoute({ method: 'DELETE', path: '/api/team/calendar-link', may: 'member', handle: ({ c, caller }) => answerDone(c, endCalendarLink(app, caller)) }),
  defineRoute({ method: 'GET', path: '/api/team/calendar', may: 'member', handle: ({ c, caller }) => answerCalendar(c, app, caller) }),
  // Calendar programs send no cookie and no header of ours: the key in the address says who asks.
  defineRoute({
    method: 'GET',
    path: '/api/calendar/:key',
    may: 'anyone',
    param: ofKey,
    handle: async ({ c, param }) => {
      const owner = await identifyCalendar(app, param.key);
      return owner ? answerCalendar(c, app, owner) : toProblemResponse(c, problem('not-found', 'There is no calendar at this address.'));
    },
  }),
];

async function answerCalendar(c: Context, app: TeamContext['app'], caller: Caller): Promise<Response> {
  const calendar = await showCalendar(app, caller);
  if (!calendar.ok) return toProblemResponse(c, calendar.problem);
  const etag = `"${createHash('sha256').update(calendar.value).digest('base64url').slice(0, 22)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(calendar.value, 200, {
    ...headers,
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition': 'attachment; filename="rounds.ics"',
  });
}
