const WORDS: Readonly<Record<string, string>> = {
  invitation_needed: 'You have no account here yet. Ask someone of this organisation for an invitation.',
  access_denied: 'Signing in was cancelled. Nothing was changed.',
  account_not_linked: 'There is already an account with this e-mail address. Sign in with its password.',
  unable_to_create_session: 'You are not in this organisation any more. Ask one of its owners to take you back.',
  state_mismatch: 'That took too long, or was begun in another browser. Try once more.',
};

/** What an identity provider's page came back with; null where it came back with nothing wrong. Never its own words: anyone can write an address. */
export function describeRefusal(error: string | null): string | null {
  if (error === null || error === '') return null;
  return WORDS[error.toLowerCase()] ?? 'Signing in did not work. Try once more, or sign in with a password.';
}
