import { createHmac } from 'node:crypto';
import { createAuthMiddleware } from 'better-auth/api';
import { z } from 'zod';

const DEVICE_TOKEN_PATH = '/device/token';
const grantedSchema = z.looseObject({ access_token: z.string() });

/**
 * better-auth gives a program that was let in the session's token as it lies in the database. It leaves here signed, as cookies
 * are, so that what the database holds is good for nothing without the secret that is not in it.
 */
export const signDeviceToken = (secret: string) =>
  createAuthMiddleware(async (ctx) => {
    if (ctx.path !== DEVICE_TOKEN_PATH) return;
    const granted = grantedSchema.safeParse(ctx.context.returned);
    if (!granted.success) return;
    const { access_token: token } = granted.data;
    return ctx.json({ ...granted.data, access_token: `${token}.${createHmac('sha256', secret).update(token).digest('base64')}` });
  });
