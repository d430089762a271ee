import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits: a fast hash is enough, since there is nothing to guess. */
export const makeSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token or link: whoever reads the table can open nothing with it. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
