import { BASE64URL, drawUuid, type Random } from '../random.ts';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed web token (RFC 7519); `secret` is what must go of it: the claims and the signature, the header says nothing. */
export function drawWebToken(random: Random): { readonly token: string; readonly secret: string } {
  const algorithm = random.pick([
    { alg: 'HS256', length: 43 },
    { alg: 'RS256', length: 342 },
    { alg: 'ES256', length: 86 },
  ]);
  const issued = 1_760_000_000 + random.below(30_000_000);
  const claims = random.pick([
    { sub: drawUuid(random), iat: issued, exp: issued + 3600 },
    { iss: 'supabase', ref: random.draw('abcdefghijklmnopqrstuvwxyz', 20), role: 'service_role', iat: issued, exp: issued + 315_360_000 },
    { user_id: random.between(1, 90_000), email: 'm.vasquez@ledger.test', roles: ['admin'], exp: issued },
  ]);
  const secret = `${encode(claims)}.${random.draw(BASE64URL, algorithm.length)}`;
  return { token: `${encode({ alg: algorithm.alg, typ: 'JWT' })}.${secret}`, secret };
}
