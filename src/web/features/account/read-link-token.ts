/** What follows the # of a link that was given to somebody: browsers send it to no server, and no log has it. Null where it is not whole. */
export function readLinkToken(hash: string): string | null {
  const token = hash.slice(1);
  return /^[\w-]{43}$/.test(token) ? token : null;
}
