/**
 * Raise when readers, facts or rules change what they make of the same bytes: every kept transcript is then read again at
 * the next import. The version of Rounds counts too.
 */
const DERIVATION = 4;

export const toDerivedBy = (version: string): string => `${version}/${DERIVATION}`;
