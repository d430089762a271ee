/** Passwords, sessions and the files they live in. */
import { BASE62, BASE64, BASE64URL, HEX, drawUuid, type Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { aHost, aSentence, aSetting } from '../surroundings.ts';

const NOUNS = ['Falcon', 'Harbor', 'Maple', 'Copper', 'Lantern', 'Meadow', 'Orbit', 'Pebble'];
const aPassword = (random: Random): string =>
  random.pick([
    () => `${random.pick(NOUNS)}-${random.pick(NOUNS)}-${random.between(100, 9999)}!`,
    () => random.draw(`${BASE62}!#%^*_-`, random.between(12, 20)).replace(/^\W/, 'q').replace(/\W$/, '7'),
    () => `${random.pick(NOUNS).toLowerCase()}${random.between(1000, 9999)}${random.pick(NOUNS)}`,
  ])();

const kind = (name: string, make: (random: Random) => string, write: (random: Random, value: string) => string): SecretKind => ({
  name,
  plant: (random) => {
    const value = make(random);
    return { texts: [write(random, value)], secrets: [value] };
  },
});

export const CREDENTIALS: readonly SecretKind[] = [
  kind('password setting', aPassword, (random, value) =>
    aSetting(random, random.pick(['DB_PASSWORD', 'ADMIN_PASSWORD', 'SMTP_PASSWORD', 'REDIS_PASSWORD']), value),
  ),
  kind(
    'password in prose',
    aPassword,
    (random, value) => `${aSentence(random)} ${random.pick(['The password is', 'Use the password:', 'passwd =', 'The admin password was'])} ${value}\nThanks!`,
  ),
  kind(
    'database address',
    (random) => random.draw(BASE62, 18),
    (random, value) => {
      const scheme = random.pick(['postgres', 'postgresql', 'mysql', 'mongodb+srv', 'redis', 'amqp']);
      return random.pick([
        `DATABASE_URL=${scheme}://app:${value}@${aHost(random)}:5432/main?ssl=true`,
        `connecting to ${scheme}://svc_app:${value}@${aHost(random)}/main ...`,
        `{"url":"${scheme}:\\/\\/app:${value}@${aHost(random)}\\/main"}`,
      ]);
    },
  ),
  kind(
    'credentials in an address',
    (random) => random.draw(BASE62, random.between(10, 24)),
    (random, value) => `git remote add mirror https://deploy:${value}@${aHost(random)}/team/repo.git`,
  ),
  kind(
    'connection string with a password',
    aPassword,
    (random, value) => `Server=tcp:${aHost(random)},1433;Database=main;User Id=app;Password=${value};Encrypt=true;`,
  ),
  kind(
    'basic authorization',
    (random) => Buffer.from(`svc:${aPassword(random)}`).toString('base64'),
    (random, value) => `> GET /v1/items HTTP/1.1\n> Host: ${aHost(random)}\n> Authorization: Basic ${value}\n> Accept: */*`,
  ),
  kind(
    'bearer authorization',
    (random) => random.draw(BASE64URL, 40),
    (random, value) =>
      random.pick([
        `curl -H "Authorization: Bearer ${value}" https://${aHost(random)}/me`,
        `fetch(url, { headers: { Authorization: 'Bearer ${value}' } })`,
        `{"headers":{"authorization":"Bearer ${value}"}}`,
      ]),
  ),
  kind(
    'session cookie',
    (random) => `s%3A${random.draw(BASE64URL, 32)}.${random.draw(BASE62, 43)}`,
    (random, value) =>
      random.pick([
        `Set-Cookie: connect.sid=${value}; Path=/; HttpOnly; SameSite=Lax`,
        `curl -b "theme=dark; connect.sid=${value}" https://${aHost(random)}/`,
        `Cookie: lang=en; connect.sid=${value}; theme=dark`,
      ]),
  ),
  kind(
    'PHP session cookie',
    (random) => random.draw(BASE62, 26),
    (random, value) => `> Cookie: PHPSESSID=${value}; lang=${random.pick(['en', 'de'])}`,
  ),
  kind('.netrc', aPassword, (random, value) => `machine ${aHost(random)}\n  login deploy\n  password ${value}\n`),
  kind('.npmrc', drawUuid, (random, value) => `registry=https://${aHost(random)}/\n//${aHost(random)}/:_authToken=${value}\nfund=false`),
  kind(
    'docker configuration',
    (random) => Buffer.from(`robot:${random.draw(BASE62, 24)}`).toString('base64'),
    (random, value) => `{\n  "auths": {\n    "${aHost(random)}": {\n      "auth": "${value}"\n    }\n  }\n}`,
  ),
  kind(
    'kubectl configuration',
    (random) => random.draw(BASE64, 400),
    (random, value) => `users:\n- name: admin-${random.between(1, 9)}\n  user:\n    client-key-data: ${value}\n`,
  ),
  kind(
    'Kubernetes Secret',
    (random) => Buffer.from(aPassword(random)).toString('base64'),
    (random, value) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: web-${random.between(1, 9)}\ntype: Opaque\ndata:\n  db-pass: ${value}\n`,
  ),
  kind('password given to a program', aPassword, (random, value) =>
    random.pick([
      `mysql -h ${aHost(random)} -u root -p'${value}' main < dump.sql`,
      `sshpass -p '${value}' ssh ops@${aHost(random)}`,
      `curl -u 'deploy:${value}' https://${aHost(random)}/`,
      `docker login -u robot -p '${value}' ${aHost(random)}`,
      `redis-cli -h ${aHost(random)} -a '${value}' ping`,
      `PGPASSWORD='${value}' psql -h ${aHost(random)} main`,
    ]),
  ),
  kind(
    'AWS secret key',
    (random) => random.draw(BASE64, 40).replace(/^\W/, 'q'),
    (random, value) =>
      random.pick([
        `[default]\naws_secret_access_key = ${value}\n`,
        `"SecretAccessKey": "${value}",\n"Expiration": "2026-11-02T10:00:00Z"`,
        `aws configure set aws_secret_access_key ${value}`,
      ]),
  ),
  kind(
    'signed address',
    (random) => random.draw(HEX, 64),
    (random, value) =>
      `https://bucket.s3.amazonaws.com/report-${random.between(1, 99)}.csv?X-Amz-Date=20261101T000000Z&X-Amz-Expires=900&X-Amz-Signature=${value}`,
  ),
  kind(
    'e-mail address',
    (random) =>
      `${random.pick(['maria', 'j.okafor', 'li.wei', 'tom+work'])}${random.between(1, 99)}@${random.pick(['acme-corp.io', 'northwind.dev', 'gmail.com'])}`,
    (random, value) =>
      random.pick([`Author: M <${value}>\nDate: today`, `git config user.email ${value}`, `${aSentence(random)} Ask ${value}.`, `{"owner":"${value}"}`]),
  ),
  kind(
    'name in a home path',
    (random) => `${random.pick(['maria', 'okafor', 'liwei', 'tomasz'])}${random.between(1, 99)}`,
    (random, value) =>
      random.pick([
        `cd /home/${value}/work/api && ls`,
        `Error: ENOENT /Users/${value}/work/api/package.json`,
        `C:\\Users\\${value}\\work\\api`,
        `{"cwd":"C:\\\\Users\\\\${value}\\\\work"}`,
        `~/.claude/projects/-Users-${value}-work-api`,
      ]),
  ),
];
