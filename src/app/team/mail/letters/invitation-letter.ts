import type { Letter } from '../../../../mail/letter.ts';

export const toInvitationLetter = ({
  to,
  invitedBy,
  organisation,
  link,
  days,
}: {
  to: string;
  invitedBy: string;
  organisation: string;
  link: string;
  days: number;
}): Letter => ({
  to,
  subject: `${invitedBy} invites you to ${organisation} on Rounds`,
  parts: [
    { kind: 'text', text: `${invitedBy} invites you, as ${to}, to do rounds together with the people of ${organisation}.` },
    { kind: 'link', label: 'Choose a name and a password', url: link },
    { kind: 'text', text: `The link works once, for ${days} days. If you do not know what this is about, leave it: nothing happens without you.` },
  ],
  unsubscribe: null,
});
