/** Secrets people write into the conversation in their own words. */
import { BASE32, BASE62, BASE64URL, HEX } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword } from './draw-password.ts';
import { plantSecret, plantSecrets } from './plant-secret.ts';

const SEED_WORDS = [
  'abandon',
  'ribbon',
  'velvet',
  'oxygen',
  'puzzle',
  'lunar',
  'gravity',
  'cactus',
  'ticket',
  'umbrella',
  'noble',
  'drift',
  'canyon',
  'whisper',
  'jaguar',
  'salmon',
];

export const PROSE: readonly SecretKind[] = [
  {
    name: 'password in a sentence',
    plant: (random) => {
      const password = drawHumanPassword(random);
      const user = drawUser(random);
      return plantSecret(
        password,
        random.pick([
          `the password is ${password} and the user is ${user}, can you check why the login fails`,
          `log in as ${user} with password ${password} and run the migration`,
          `pw: ${password}`,
          `sudo pass is "${password}" if you need it`,
          `I changed the db password to \`${password}\`, update the env please`,
          `Use these credentials: ${user} / ${password}`,
          `user ${user} pass ${password}`,
          `Password = ${password}\nthat's for staging only`,
          `my root password on ${drawHost(random)} is ${password}.`,
          `creds for the test account:\n- email: a@ledger.test\n- password: ${password}`,
          `**Username:** ${user}\n**Password:** ${password}`,
          `| user | password |\n| --- | --- |\n| ${user} | ${password} |`,
        ]),
      );
    },
  },
  {
    name: 'password in a sentence of another language',
    plant: (random) => {
      const password = drawHumanPassword(random);
      return plantSecret(
        password,
        random.pick([
          `Das Passwort ist ${password}, bitte nicht einchecken`,
          `Kennwort: ${password}`,
          `le mot de passe est ${password} pour la base`,
          `la contraseña es ${password} y el usuario admin`,
          `senha: ${password}`,
          `пароль: ${password}`,
          `密码是 ${password}`,
          `パスワードは ${password} です`,
        ]),
      );
    },
  },
  {
    name: 'key in a sentence, of no known form',
    plant: (random) => {
      const key = random.pick([() => random.draw(BASE62, 32), () => random.draw(HEX, 40), () => random.draw(BASE64URL, 43)])();
      return plantSecret(
        key,
        random.pick([
          `my api key is ${key}`,
          `here's the token: ${key}`,
          `API key for ${drawTeam(random)}:\n${key}`,
          `use ${key} as the bearer token`,
          `the client secret is ${key}, client id is web-${drawTeam(random)}`,
          `I'll set the access token to "${key}" and run it again.`,
          `Secret: \`${key}\``,
        ]),
      );
    },
  },
  {
    name: 'password in a later turn than the question for it',
    plant: (random) => {
      const password = drawHumanPassword(random);
      return plantSecrets(
        [password],
        random.pick([
          ['I need the database password to go on. What is it?', password],
          ['Could you paste the admin password for the staging server?', `${password}`],
          [`[sudo] password for ${drawUser(random)}: `, `${password}\n`],
        ]),
      );
    },
  },
  {
    name: 'wallet recovery phrase',
    plant: (random) => {
      const phrase = Array.from({ length: 12 }, () => random.pick(SEED_WORDS)).join(' ');
      return plantSecret(
        phrase,
        random.pick([
          `MNEMONIC="${phrase}"`,
          `accounts: { mnemonic: '${phrase}' },`,
          `seed phrase: ${phrase}`,
          `Mnemonic\n==================\n${phrase}\n\nDerivation path: m/44'/60'/0'/0`,
        ]),
      );
    },
  },
  {
    name: 'wallet private key',
    plant: (random) => {
      const key = random.draw(HEX, 64);
      return plantSecret(
        key,
        random
          .pick([
            `PRIVATE_KEY=0x${key}`,
            `(0) 0x${key}\n`,
            `forge script script/Deploy.s.sol --rpc-url $RPC --private-key 0x${key} --broadcast`,
            `accounts: ["0x${key}"]`,
            `new ethers.Wallet("0x${key}", provider)`,
          ])
          .replace(/^\(0\)/, 'Private Keys\n==================\n(0)'),
      );
    },
  },
  {
    name: 'one-time-code seed and recovery codes',
    plant: (random) => {
      const seed = random.draw(BASE32, 32);
      const codes = Array.from({ length: 3 }, () => `${random.draw(HEX, 5)}-${random.draw(HEX, 5)}`);
      return random.pick([
        () => plantSecret(seed, `otpauth://totp/Ledger:${drawUser(random)}?secret=${seed}&issuer=Ledger`),
        () => plantSecret(seed, `oathtool --totp -b ${seed}`),
        () => plantSecret(seed, `TOTP_SECRET=${seed}`),
        () => plantSecret(seed, `pyotp.TOTP("${seed}").now()`),
        () => plantSecrets(codes, [`Your recovery codes:\n\n${codes.join('\n')}\n\nKeep them somewhere safe.`]),
      ])();
    },
  },
];
