/** What stands where the rules look for a secret, and is none: the other side of every rule that goes by place. */
import { whole } from './look-alikes.ts';
import type { LookAlikeKind } from './look-alike-kind.ts';
import { BASE64, HEX, drawUuid, type Random } from './random.ts';
import { aHost, aTime } from './surroundings.ts';

const THINGS = ['order', 'invoice', 'session', 'request', 'cache', 'theme', 'worker', 'layout'];
const thing = (random: Random): string => random.pick(THINGS);
const pick = (name: string, ...forms: ((random: Random) => string)[]): LookAlikeKind => whole(name, (random) => random.pick(forms)(random));

const dumpLine = (bytes: Buffer, at: number): string =>
  `${at.toString(16).padStart(8, '0')}: ${bytes.toString('hex').replaceAll(/(.{4})(?=.)/g, '$1 ')}  ${bytes.toString('latin1').replaceAll(/[^\x20-\x7E]/g, '.')}`;

export const NEAR_MISSES: readonly LookAlikeKind[] = [
  pick(
    'field beside a harmless name',
    (random) => `<name>${thing(random)}.timeout</name><value>${random.below(9000)}ms</value>`,
    (random) => `{"name":"${thing(random)}Id","value":"${drawUuid(random)}"}`,
    (random) => `${thing(random)}_url:\n  value: https://${aHost(random)}/v1\n  sensitive: false`,
    () => `<label>Password</label><input type="password" id="pw">`,
    (random) => `<dt>Token</dt><dd>expires in ${random.below(60)} minutes</dd>`,
  ),
  pick(
    'default that is no secret',
    (random) => `const port = process.env.PORT ?? '${random.between(3000, 9000)}';`,
    (random) => `const theme = options.tokenTheme || '${thing(random)}-default';`,
    () => `limit = config.max_tokens or 4096`,
    (random) => `"\${${thing(random).toUpperCase()}_HOST:-${aHost(random)}}"`,
    () => `const token = header ?? '';`,
  ),
  pick(
    'table without secrets',
    (random) => `| name | password |\n| --- | --- |\n| type | string |\n| required | yes |\n| ${thing(random)} | no |`,
    (random) => `id,name,commit\n${random.below(99)},${thing(random)},${random.draw(HEX, 40)}\n`,
    (random) => `| token | count |\n| --- | --- |\n| ${thing(random)} | ${random.below(900)} |`,
  ),
  pick(
    'output of a command about secrets',
    (random) => `$ git log -1 --format=%H -- src/token.ts\n${random.draw(HEX, 40)}`,
    (random) => `$ wc -l secrets.md\n${random.below(900)} secrets.md`,
    (random) => `$ sha256sum master.key\n${random.draw(HEX, 64)}  master.key`,
    (random) => `$ npm run test:password\n${aTime(random)} ok`,
    () => `$ cat password-policy.md\nMinimum-length`,
  ),
  pick(
    'question without an answer',
    () => `Which password policy applies?\n\nThe-default-one`,
    (random) => `Should the token be kept?\n\n${thing(random)}`,
    () => `Password:\n\nRequired`,
    (random) => `The secret is read here:\nsrc/${thing(random)}/load-secret.ts`,
    () => `Password must contain: uppercase`,
  ),
  pick(
    'call with names',
    (random) => `connect("${aHost(random)}", "${thing(random)}-events")`,
    (random) => `passport.authenticate('local', '${thing(random)}')`,
    (random) => `new Credentials("${thing(random)}", "read-only")`,
    (random) => `login("${thing(random)}", "${thing(random)}")`,
  ),
  pick(
    'the word for a password in a sentence',
    () => 'Das Passwort wird mit bcrypt gespeichert, siehe docs/setup.md.',
    () => 'Le mot de passe doit contenir au moins 12 signes.',
    () => 'La contraseña se guarda en AWS Secrets Manager.',
    () => '密码不能为空，请检查 config.json 文件',
    () => 'パスワードは 8 文字以上にしてください',
    () => 'Пароль хранится в переменной DB_PASSWORD.',
    () => '비밀번호를 입력하세요 (login.tsx)',
  ),
  pick(
    'dump of bytes',
    (random) => Array.from({ length: 3 }, (_, row) => dumpLine(random.bytes(16), row * 16)).join('\n'),
    (random) => dumpLine(Buffer.from(`hello ${thing(random)} world`.padEnd(16, '.').slice(0, 16)), 0),
  ),
  pick(
    'twelve small words',
    (random) => `please check whether every ${thing(random)} still has the right number before saving again`,
    () => 'wallet page: show the balance and then let people choose which card they want',
    (random) => `apple banana cherry ${thing(random)} grape lemon mango orange peach plum quince raisin`,
  ),
  pick(
    'end of something public',
    (random) => `${random.draw(BASE64, 64)}\n${random.draw(BASE64, 30)}==\n-----END CERTIFICATE-----`,
    () => `if (!text.includes('-----END PRIVATE KEY-----')) return;`,
  ),
  pick(
    'test names and verdicts',
    (random) => `--- PASS: TestParseToken_${random.pick(['HasFlag', 'WithToolCall', 'CreatesLogFile'])} (0.0${random.below(9)}s)`,
    (random) => `PASS src/${thing(random)}/password-reset.test.ts`,
    (random) => `✓ rejects a wrong password (${random.below(90)} ms)`,
    () => `12 passed, 0 failed`,
  ),
  pick(
    'used as something public',
    () => 'use createdAt as the sort key',
    (random) => `use ${random.draw(HEX, 12)} as the cache key`,
    (random) => `pass ${thing(random)}-id as the primary key`,
  ),
];
