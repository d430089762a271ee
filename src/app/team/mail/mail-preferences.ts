import type { MailView, SaveMail } from '../../../model/api/team/mail.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { isZone } from '../../../programme/calendar/zones.ts';
import { findCalendarLink } from '../../../store/accounts/calendar-links-table.ts';
import { findMailPreference, saveMailPreference } from '../../../store/accounts/mail-preferences-table.ts';
import type { AccountsApp } from '../accounts/accounts-app.ts';
import type { Caller } from '../caller.ts';

const MONDAY = 1;

/** The caller's own. Nothing is sent by itself before they turn it on. */
export async function showMailPreferences({ accounts, outbox }: AccountsApp, { person }: Caller): Promise<MailView> {
  const preference = await findMailPreference(accounts, person);
  const link = await findCalendarLink(accounts, person);
  return {
    sendsMail: outbox !== null,
    weekly: preference?.weekly ?? false,
    weekday: preference?.weekday ?? MONDAY,
    zone: preference?.zone ?? null,
    calendar: link && { createdAt: link.createdAt.toISOString(), lastUsedOn: link.lastUsedOn },
  };
}

export async function saveMailPreferences(app: AccountsApp, caller: Caller, given: SaveMail): Promise<Result<MailView, Problem>> {
  if (!isZone(given.zone)) return failed(problem('bad-input', 'The server knows no such time zone.', { next: 'Choose one like Europe/Berlin.' }));
  await saveMailPreference(app.accounts, caller.person, given, app.clock());
  return ok(await showMailPreferences(app, caller));
}
