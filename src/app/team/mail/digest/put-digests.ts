import { findLocalDay, findZone } from '../../../../programme/calendar/zones.ts';
import { listWeeklyReaders, type WeeklyReader } from '../../../../store/accounts/mail-preferences-table.ts';
import type { TeamApp } from '../../team-app.ts';
import { toDigestLetter } from '../letters/digest-letter.ts';
import type { Outbox } from '../outbox.ts';
import { makeUnsubscribe } from '../unsubscribe.ts';
import { isNothing, listWaiting } from './list-waiting.ts';

const HOUR_MS = 3_600_000;
// A week but for hours in which clocks change or a server was away.
const NONE_WITHIN_MS = 6.5 * 24 * HOUR_MS;
// In the morning where its reader is; a letter that could not go out then is one of next week.
const [FIRST_HOUR, LAST_HOUR] = [8, 12];

/** Puts into the outbox whose weekly letter is due now: at most one a person a week, and none where nothing waits. */
export async function putDigests(app: TeamApp, outbox: Outbox): Promise<void> {
  const now = app.clock();
  for (const reader of await listWeeklyReaders(app.accounts, new Date(now.getTime() - NONE_WITHIN_MS))) await putDigest(app, outbox, reader, now);
}

async function putDigest(app: TeamApp, outbox: Outbox, { person, organisation, email, weekday, zone: name }: WeeklyReader, now: Date): Promise<void> {
  const zone = findZone(name);
  const today = zone && findLocalDay(zone, now.getTime());
  if (!today || today.weekday !== weekday || today.hour < FIRST_HOUR || today.hour >= LAST_HOUR) return;
  const waiting = await listWaiting(app, { organisation, person });
  if (!waiting.ok || isNothing(waiting.value)) return;
  const unsubscribe = await makeUnsubscribe(app, person);
  if (!unsubscribe.ok) return;
  await outbox.put(app.accounts, {
    kind: 'digest',
    person,
    letter: toDigestLetter(waiting.value, { to: email, url: app.publicUrl, zone: name, unsubscribe: unsubscribe.value }),
    // Two processes that find it due at the same moment put one.
    reason: `digest ${person} ${today.monday}`,
    until: new Date(now.getTime() + 24 * HOUR_MS),
  });
}
