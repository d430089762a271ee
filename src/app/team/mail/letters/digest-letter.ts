import type { Letter } from '../../../../mail/letter.ts';
import type { Waiting } from '../digest/list-waiting.ts';

interface DigestInput {
  readonly to: string;
  readonly url: string;
  /** IANA name of where its reader is. */
  readonly zone: string;
  readonly unsubscribe: NonNullable<Letter['unsubscribe']>;
}

/** What waits for one person this week. Of cases, judgements and beliefs nothing, not even their names. */
export function toDigestLetter({ rounds, pagesWith, meetings, due }: Waiting, { to, url, zone, unsubscribe }: DigestInput): Letter {
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' });
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const items = [
    ...(rounds > 0 ? [rounds === 1 ? 'One round waits for your judgement.' : `${rounds} rounds wait for your judgement.`] : []),
    ...pagesWith.map((name) => `The page of this week with ${name} waits for you.`),
    ...meetings.map(({ startsAt, kind, partner }) => `${time.format(new Date(startsAt))}: ${kind} with ${partner}.`),
    ...due.map(({ kind, at, partner }) => `Due around ${day.format(new Date(at))}: ${kind}, in your year with ${partner}.`),
  ];
  return {
    to,
    subject: 'Your week on Rounds',
    parts: [
      { kind: 'list', items },
      { kind: 'link', label: 'Open Rounds', url },
    ],
    unsubscribe,
  };
}
