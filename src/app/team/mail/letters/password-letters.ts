import type { Letter } from '../../../../mail/letter.ts';

export const toResetLetter = ({ to, link }: { to: string; link: string }): Letter => ({
  to,
  subject: 'A new password for Rounds',
  parts: [
    { kind: 'text', text: 'Somebody asked for a new password for your account on Rounds.' },
    { kind: 'link', label: 'Choose a new password', url: link },
    { kind: 'text', text: 'The link works once, for an hour. If it was not you, leave it: your password stays as it is.' },
  ],
  unsubscribe: null,
});

/** For who never had a password: a mailbox is no second way in beside the identity provider. */
export const toNoPasswordLetter = ({ to, url, provider }: { to: string; url: string; provider: string }): Letter => ({
  to,
  subject: 'Signing in to Rounds',
  parts: [
    { kind: 'text', text: `Somebody asked for a new password for your account on Rounds. It has none: you sign in with ${provider}.` },
    { kind: 'link', label: 'Sign in', url: `${url}/sign-in` },
  ],
  unsubscribe: null,
});

export const toPasswordChangedLetter = ({ to, url }: { to: string; url: string }): Letter => ({
  to,
  subject: 'Your password for Rounds was changed',
  parts: [
    {
      kind: 'text',
      text: 'A new password was chosen for your account on Rounds, by a link that was sent to this address. Every browser and program was signed out.',
    },
    { kind: 'text', text: 'If it was not you, somebody else reads your e-mail: choose another password for that first, then for Rounds.' },
    { kind: 'link', label: 'Sign in', url: `${url}/sign-in` },
  ],
  unsubscribe: null,
});
