/** Secrets that do not stand in one piece: encoded, wrapped by a terminal, cut between events, marked up, escaped. */
import { BASE62, BASE64URL, HEX, type Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawPlainPassword } from './draw-password.ts';
import { drawWebToken } from './draw-web-token.ts';
import { plantSecret, plantSecrets } from './plant-secret.ts';

const drawVendorToken = (random: Random): string =>
  random.pick([() => `ghp_${random.draw(BASE62, 36)}`, () => `glpat-${random.draw(BASE64URL, 20)}`, () => `npm_${random.draw(BASE62, 36)}`])();

/** A row of `xxd`, without its address and its characters. */
const toHexRow = (text: string): string => Buffer.from(text).toString('hex').match(/.{4}/g)?.join(' ') ?? '';

/** Cuts at a place that leaves enough on both sides to be worth hiding. */
function cut(random: Random, text: string): readonly [string, string] {
  const at = random.between(12, text.length - 9);
  return [text.slice(0, at), text.slice(at)];
}

export const SPLIT_AND_ENCODED: readonly SecretKind[] = [
  {
    name: 'vendor token wrapped by the terminal',
    plant: (random) => {
      const [head, tail] = cut(random, drawVendorToken(random));
      return plantSecrets(
        [head, tail],
        [
          random.pick([
            `export TOKEN=${head}\n${tail}\n$ `,
            `│ API_KEY=${head} │\n│ ${tail} │`,
            `> use ${head}\n  ${tail} for it`,
            `curl -H "Authorization: Bearer ${head}\\\n${tail}" https://${drawHost(random)}`,
          ]),
        ],
      );
    },
  },
  {
    name: 'vendor token cut between two outputs',
    plant: (random) => {
      const [head, tail] = cut(random, drawVendorToken(random));
      return plantSecrets(
        [head, tail],
        [`installing...\nNODE_ENV=production\nAPI_TOKEN=${head}`, `${tail}\nPORT=${random.between(3000, 9000)}\ndone in ${random.between(1, 90)}s`],
      );
    },
  },
  {
    name: 'web token cut between two outputs',
    plant: (random) => {
      const { token, secret } = drawWebToken(random);
      const [head, tail] = cut(random, secret);
      return plantSecrets([head, tail], [`access token: ${token.slice(0, -secret.length)}${head}`, `${tail}\n`]);
    },
  },
  {
    name: 'assignment cut between name and value',
    plant: (random) => {
      const password = drawPlainPassword(random);
      return plantSecrets([password], [`$ cat .env\nDB_HOST=${drawHost(random)}\nDB_PASSWORD=`, `${password}\nDB_NAME=${drawTeam(random)}\n`]);
    },
  },
  {
    name: 'vendor token in base64',
    plant: (random) => {
      const encoded = Buffer.from(
        random.pick([`${drawUser(random)}:${drawVendorToken(random)}`, drawVendorToken(random), `{"token":"${drawVendorToken(random)}"}`]),
      ).toString('base64');
      return plantSecret(
        encoded,
        random.pick([
          `echo ${encoded} | base64 --decode`,
          `data:\n  token: ${encoded}`,
          `atob("${encoded}")`,
          `payload=${encoded}`,
          `$ base64 -w0 token.txt\n${encoded}`,
        ]),
      );
    },
  },
  {
    name: 'env file in base64',
    plant: (random) => {
      const encoded = Buffer.from(
        `DB_HOST=${drawHost(random)}\nDB_PASSWORD=${drawPlainPassword(random)}\nSTRIPE_KEY=sk_live_${random.draw(BASE62, 24)}\n`,
      ).toString('base64');
      return plantSecret(encoded, random.pick([`ENV_FILE_B64=${encoded}`, `echo "${encoded}" | base64 -d > .env`, `$ base64 -w0 .env\n${encoded}\n`]));
    },
  },
  {
    name: 'password in a command inside json inside json',
    plant: (random) => {
      const password = drawHumanPassword(random, '!_-');
      const command = JSON.stringify({ cmd: `mysql -u ${drawUser(random)} --password="${password}" -e "select 1"` });
      return plantSecret(
        password,
        random.pick([
          `{"type":"function_call","arguments":${JSON.stringify(command)}}`,
          JSON.stringify({ body: JSON.stringify({ login: { user: 'a', password } }) }),
        ]),
      );
    },
  },
  {
    name: 'env file escaped into one json string',
    plant: (random) => {
      const password = drawPlainPassword(random);
      const key = random.draw(HEX, 32);
      return plantSecrets(
        [password, key],
        [JSON.stringify({ file_path: '/srv/app/.env', content: `# db\nDB_PASSWORD=${password}\nAPI_KEY="${key}"\nDEBUG=1\n` })],
      );
    },
  },
  {
    name: 'percent-encoded credentials in a form or a query',
    plant: (random) => {
      const password = encodeURIComponent(`${drawHumanPassword(random, '!@#$%&')}&@${random.between(10, 99)}`);
      return plantSecret(
        password,
        random.pick([
          `grant_type=password&username=${drawUser(random)}&password=${password}`,
          `https://${drawHost(random)}/login?user=a&passwd=${password}&next=%2F`,
          `redirect=https%3A%2F%2Fa.test%2F%3Fapi_secret%3D${password}`,
        ]),
      );
    },
  },
  {
    name: 'secret escaped for html or unicode',
    plant: (random) => {
      const secret = random.draw(BASE62, 32);
      return plantSecret(
        secret,
        random.pick([
          `&lt;add key=&quot;ApiSecret&quot; value=&quot;${secret}&quot; /&gt;`,
          `{\\u0022client_secret\\u0022:\\u0022${secret}\\u0022}`,
          `<td>password</td><td><code>${secret}</code></td>`,
          `{&quot;access_token&quot;:&quot;${secret}&quot;}`,
        ]),
      );
    },
  },
  {
    name: 'secret with terminal colours inside its assignment',
    plant: (random) => {
      const secret = random.draw(BASE62, random.between(20, 40));
      return plantSecret(
        secret,
        random.pick([
          `\u001b[34mAPI_SECRET\u001b[0m\u001b[90m=\u001b[0m\u001b[32m${secret}\u001b[0m`,
          `\u001b[1m"client_secret"\u001b[0m: \u001b[0;32m"${secret}"\u001b[0m`,
          `\u001b[35mconfig.yml\u001b[m\u001b[36m:\u001b[mdb_\u001b[1;31mpassword\u001b[m: ${secret}`,
        ]),
      );
    },
  },
  {
    name: 'secret in a hex dump',
    plant: (random) => {
      const secret = random.draw(BASE62, 16);
      const name = 'DB_PASSWORD=    ';
      const hex = toHexRow(secret);
      return plantSecrets([hex, secret], [`$ xxd .env\n00000000: ${toHexRow(name)}  ${name}\n00000010: ${hex}  ${secret}\n`]);
    },
  },
];
