/** Secrets that do not stand there in one piece, or not as they are. */
import { BASE62, BASE64, HEX, type Random } from '../random.ts';
import type { Planting, SecretKind } from '../secret-kind.ts';
import { aHost, aSentence, aSetting } from '../surroundings.ts';
import { aGithubToken, aJwt, aStripeKey } from './service-tokens.ts';

const anyToken = (random: Random): string => random.pick([aGithubToken, aJwt, aStripeKey])(random);

function cut(random: Random, value: string, pieces: number): string[] {
  const size = Math.ceil(value.length / pieces);
  const shift = random.between(-3, 3);
  const cuts = Array.from({ length: pieces - 1 }, (_, index) => (index + 1) * size + shift);
  return [0, ...cuts].map((from, index) => value.slice(from, cuts[index]));
}

const kind = (name: string, plant: (random: Random) => Planting): SecretKind => ({ name, plant });

export const CUT_AND_WRAPPED: readonly SecretKind[] = [
  kind('token wrapped over lines', (random) => {
    const pieces = cut(random, anyToken(random), random.pick([2, 3]));
    const indent = random.pick(['', '  ', '      ']);
    return { texts: [`${aSentence(random)}\nToken: ${pieces.join(`\n${indent}`)}\n\n${aSentence(random)}`], secrets: pieces };
  }),
  kind('token put together in code', (random) => {
    const pieces = cut(random, anyToken(random), 2);
    const [open, plus] = random.pick([
      ['"', ' + '],
      ["'", ' +\n    '],
      ['"', ' . '],
      ['`', ' + '],
      ['"', '\n      '],
    ] as const);
    return { texts: [`const parts = (${pieces.map((piece) => `${open}${piece}${open}`).join(plus)});\nconnect(parts);`], secrets: pieces };
  }),
  kind('token continued with a backslash', (random) => {
    const pieces = cut(random, anyToken(random), 2);
    return { texts: [`curl https://${aHost(random)}/v1 -H "Authorization: Bearer ${pieces.join('\\\n')}" -o out.json`], secrets: pieces };
  }),
  kind('token streamed in pieces', (random) => {
    const pieces = cut(random, anyToken(random), random.pick([2, 3]));
    const texts = pieces.map(
      (piece, index) =>
        `${index === 0 ? `${aSentence(random)} The token is ` : ''}${piece}${index === pieces.length - 1 ? ' and it is valid for an hour.' : ''}`,
    );
    return { texts, secrets: pieces };
  }),
  kind('token in base64', (random) => {
    const wrapped = Buffer.from(random.pick([`${anyToken(random)}\n`, `token=${anyToken(random)}`, JSON.stringify({ key: anyToken(random) })])).toString(
      'base64',
    );
    return { texts: [random.pick([`echo '${wrapped}' | base64 -d`, `blob: ${wrapped}\n`, `{"payload":"${wrapped}"}`])], secrets: [wrapped] };
  }),
  kind('token percent-encoded', (random) => {
    const value = random.draw(BASE62, 30);
    const encoded = encodeURIComponent(`token=${value}&next=/home page`);
    return { texts: [`GET https://${aHost(random)}/login?return=${encoded} 302`], secrets: [value] };
  }),
  kind('token with terminal colours in it', (random) => {
    const pieces = cut(random, aGithubToken(random), 2);
    return { texts: [`\u001B[1mtoken\u001B[0m \u001B[32m${pieces.join('\u001B[0m\u001B[32m')}\u001B[0m ok`], secrets: pieces };
  }),
  kind('private key', (random) => {
    const body = [...Array.from({ length: 12 }, () => random.draw(BASE64, 64)), `${random.draw(BASE64, 30)}==`];
    const label = random.pick(['RSA ', 'EC ', 'OPENSSH ', '']);
    const pem = `-----BEGIN ${label}PRIVATE KEY-----\n${body.join('\n')}\n-----END ${label}PRIVATE KEY-----`;
    const text = random.pick([
      () => `$ cat ~/.ssh/deploy\n${pem}\n$`,
      () => JSON.stringify({ type: 'service_account', private_key: `${pem}\n`, client_x509: 'x' }),
      () => JSON.stringify({ output: JSON.stringify({ private_key: pem }) }),
      () =>
        pem
          .split('\n')
          .map((line) => `+    ${line}`)
          .join('\n'),
      () =>
        pem
          .split('\n')
          .map((line, index) => `${String(index + 1).padStart(6)}→${line}`)
          .join('\n'),
      () => `cat > key.pem <<EOF\n${pem.split('\n').slice(0, 9).join('\n')}\n… output cut`,
    ])();
    return { texts: [text], secrets: body.filter((line) => text.includes(line)) };
  }),
  kind('PGP private key', (random) => {
    const body = Array.from({ length: 10 }, () => random.draw(BASE64, 64));
    return {
      texts: [
        `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${body.join('\n')}\n=${random.draw(BASE64, 4)}\n-----END PGP PRIVATE KEY BLOCK-----`,
      ],
      secrets: body,
    };
  }),
  kind('drawn value under a telling name', (random) => {
    const value = random.pick([() => random.draw(HEX, 40), () => random.draw(BASE62, 32), () => `${random.draw(BASE64, 43)}=`])();
    return {
      texts: [
        aSetting(random, random.pick(['SESSION_SECRET', 'JWT_SIGNING_KEY', 'ENCRYPTION_KEY', 'INTERNAL_API_TOKEN', 'WEBHOOK_SECRET', 'CLIENT_SECRET']), value),
      ],
      secrets: [value],
    };
  }),
  kind('drawn value in an environment variable that says nothing', (random) => {
    const value = random.draw(BASE62, random.between(32, 48));
    return { texts: [`PORT=8080\n${random.pick(['ACME_LICENSE', 'DD_CLIENT', 'BILLING_GATEWAY', 'PARTNER_LINK'])}=${value}\nTZ=UTC`], secrets: [value] };
  }),
];
