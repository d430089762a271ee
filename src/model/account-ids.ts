import { randomBytes } from 'node:crypto';

const PREFIX_BY_MODEL: Readonly<Record<string, string>> = { user: 'u_', organization: 'o_', invitation: 'i_', personal_token: 'pt_' };

/** Of a new row; those that people meet say what they are of. */
export const makeAccountId = (model: string): string => `${PREFIX_BY_MODEL[model] ?? ''}${randomBytes(PREFIX_BY_MODEL[model] ? 8 : 16).toString('hex')}`;
