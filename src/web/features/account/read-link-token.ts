/** Of an invitation, and of anything else that Rounds makes itself. */
const OWN_LENGTH = 43;
/** Of a link for a new password, which better-auth makes. */
export const RESET_LENGTH = 24;

/** What follows the # of a link that was given to somebody: browsers send it to no server, and no log has it. Null where it is not whole. */
export function readLinkToken(hash: string, length = OWN_LENGTH): string | null {
  const token = hash.slice(1);
  return token.length === length && /^[\w-]+$/.test(token) ? token : null;
}
