/** What sessions are full of and must stay readable: hashes, ids, versions, code, public keys, stand-ins for secrets. */
import type { LookAlikeKind } from './look-alike-kind.ts';
import { BASE36, BASE62, BASE64, BASE64URL, HEX, UPPER36, drawUuid, type Random } from './random.ts';
import { aHost, aSentence, aTime } from './surroundings.ts';

const WORDS =
  'user order invoice payment report session request handler factory provider registry builder parser cache store event queue worker client server render layout theme locale'.split(
    ' ',
  );
const capital = (word: string): string => (word[0] ?? '').toUpperCase() + word.slice(1);
const camelCase = (random: Random, words: number): string =>
  Array.from({ length: words }, (_, index) => (index === 0 ? random.pick(WORDS) : capital(random.pick(WORDS)))).join('');
const aPath = (random: Random): string => `src/${random.pick(WORDS)}/${random.pick(WORDS)}-${random.pick(WORDS)}.ts`;

const kind = (name: string, make: (random: Random) => string, ...forms: ((value: string, random: Random) => string)[]): LookAlikeKind => ({
  name,
  plant: (random) => {
    const value = make(random);
    return { text: random.pick(forms)(value, random), kept: [value] };
  },
});

/** Text that must come through as it is, all of it. */
export const whole = (name: string, write: (random: Random) => string): LookAlikeKind => ({
  name,
  plant: (random) => {
    const text = write(random);
    return { text, kept: [text] };
  },
});

export const LOOK_ALIKES: readonly LookAlikeKind[] = [
  kind(
    'git commit',
    (random) => random.draw(HEX, 40),
    (value) => `commit ${value}\nAuthor: ci\n`,
    (value) => `git checkout ${value}`,
    (value) => `HEAD is now at ${value}`,
    (value) => `{"headCommit":"${value}","branch":"main"}`,
    (value) => `GIT_COMMIT=${value}`,
    (value) => `  uses: actions/checkout@${value} # v4`,
  ),
  kind(
    'short commit',
    (random) => random.draw(HEX, random.between(7, 12)),
    (value) => `${value} fix: handle empty body`,
    (value) => `index ${value}..${value} 100644`,
    (value) => `[main ${value}] feat: add page`,
  ),
  kind(
    'UUID',
    drawUuid,
    (value) => `"sessionId":"${value}"`,
    (value) => `"requestId": "${value}",`,
    (value) => `INSERT INTO orders (id) VALUES ('${value}');`,
    (value) => `user_id: ${value}`,
    (value) => `GET /v1/orders/${value} 200`,
    (value) => `TRACE_ID=${value}`,
  ),
  kind(
    'content hash',
    (random) => random.draw(HEX, 64),
    (value) => `${value}  dist/app.tar.gz`,
    (value) => `"sha256": "${value}"`,
    (value) => `hash: ${value}`,
    (value) => `sha256:${value}`,
    (value) => `FROM node@sha256:${value}`,
    (value) => `checksum = "${value}"`,
  ),
  kind(
    'lockfile integrity',
    (random) => `sha512-${random.draw(BASE64, 86)}==`,
    (value) => `"integrity": "${value}",`,
    (value) => `  integrity ${value}`,
    (value) => `<script src="/a.js" integrity="${value}"></script>`,
    (value) => `resolution: {integrity: ${value}}`,
  ),
  kind(
    'Go module sum',
    (random) => `h1:${random.draw(BASE64, 43)}=`,
    (value) => `github.com/spf13/cobra v1.8.0 ${value}`,
    (value) => `golang.org/x/sys v0.20.0/go.mod ${value}`,
  ),
  kind(
    'image as data',
    (random) => `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${random.draw(BASE64, 200)}`,
    (value) => `<img src="${value}">`,
    (value) => `background: url(${value});`,
    (value) => `"icon":"${value}…"`,
  ),
  kind(
    'font as data',
    (random) => `d09GMgABAAAAA${random.draw(BASE64, 300)}`,
    (value) => `src: url(data:font/woff2;base64,${value}) format("woff2");`,
  ),
  kind(
    'version',
    (random) => `${random.between(0, 30)}.${random.between(0, 30)}.${random.between(0, 30)}-${random.pick(['rc', 'beta', 'canary'])}.${random.draw(HEX, 7)}`,
    (value) => `npm i left-pad@${value}`,
    (value) => `"version": "${value}"`,
    (value) => `APP_VERSION=${value}`,
  ),
  kind(
    'id of a tool call',
    (random) =>
      random.pick([
        `toolu_01${random.draw(BASE62, 22)}`,
        `call_${random.draw(BASE62, 24)}`,
        `msg_01${random.draw(BASE62, 22)}`,
        `req_011${random.draw(BASE62, 21)}`,
        `chatcmpl-${random.draw(BASE62, 29)}`,
        `resp_${random.draw(HEX, 48)}`,
        `fc_${random.draw(HEX, 48)}`,
      ]),
    (value) => `"tool_use_id":"${value}"`,
    (value) => `{"id":"${value}","type":"message"}`,
    (value) => `call_id: ${value}`,
    (value) => `Request ${value} took 812 ms`,
  ),
  kind(
    'ULID',
    (random) => `01J${random.draw('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 23)}`,
    (value) => `"eventId":"${value}"`,
    (value) => `order ${value} shipped`,
    (value) => `/v1/events/${value}`,
  ),
  kind(
    'object id',
    (random) =>
      random.pick([
        random.draw(HEX, 24),
        `cus_${random.draw(BASE62, 14)}`,
        `pi_3${random.draw(BASE62, 23)}`,
        `i-0${random.draw(HEX, 16)}`,
        `vpc-0${random.draw(HEX, 16)}`,
        `usr_${random.draw(BASE36, 20)}`,
      ]),
    (value) => `{"_id":"${value}"}`,
    (value) => `customer=${value} status=active`,
    (value) => `describe ${value}`,
  ),
  kind(
    'colour',
    (random) => `#${random.draw(HEX, random.pick([6, 8]))}`,
    (value) => `color: ${value};`,
    (value) => `--accent-key: ${value};`,
    (value) => `{"theme":{"token":"${value}"}}`,
  ),
  kind(
    'minified code',
    (random) =>
      `function ${random.draw(BASE62, 2)}(e,t){var n=e.${random.pick(WORDS)}||{};return n[t]?n[t].a${random.between(1, 99)}(e):void 0}!function(){${random.draw('abcdefgh', 1)}=${random.draw('tuvwxyz', 1)}.b${random.between(1, 9)}C}()`,
    (value) => `at ${value}`,
    (value) => `${value};`,
  ),
  kind(
    'long camelCase name',
    (random) => camelCase(random, random.between(4, 8)),
    (value) => `const ${value} = create();`,
    (value) => `import { ${value} } from './x.ts';`,
    (value) => `tokenFactory: ${value},`,
    (value) => `const token = ${value}(request);`,
    (value) => `secretProvider=${value}`,
  ),
  kind(
    'path',
    (random) => `/srv/app/${aPath(random)}`,
    (value) => `Read ${value}`,
    (value) => `"file_path":"${value}"`,
    (value) => `KEY_FILE=${value}`,
    (value) => `--private-key ${value}`,
    (value) => `at run (${value}:12:34)`,
  ),
  kind(
    'public key',
    (random) =>
      random.pick([`ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${random.draw(BASE64, 43)}`, `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${random.draw(BASE64, 300)}`]),
    (value) => `${value} deploy\n`,
    (value) => `ssh_authorized_keys:\n  - ${value}`,
  ),
  whole('public key block', (random) => `-----BEGIN PUBLIC KEY-----\n${random.draw(BASE64, 64)}\n${random.draw(BASE64, 56)}==\n-----END PUBLIC KEY-----`),
  whole('certificate', (random) => `-----BEGIN CERTIFICATE-----\nMIID${random.draw(BASE64, 60)}\n${random.draw(BASE64, 64)}\n-----END CERTIFICATE-----`),
  whole('address without credentials', (random) =>
    random.pick([
      `https://example.com/${random.pick(WORDS)}?page=${random.below(99)}&sort=asc`,
      `http://localhost:${random.between(3000, 9000)}/api/${random.pick(WORDS)}`,
      `postgres://${aHost(random)}:5432/main`,
      `https://github.com/acme/${random.pick(WORDS)}/blob/${random.draw(HEX, 40)}/src/a.ts#L${random.below(400)}`,
      `git@github.com:acme/${random.pick(WORDS)}.git`,
      `https://cdn.example.com/npm/@scope/${random.pick(WORDS)}@1.2.${random.below(9)}/dist/a.js`,
    ]),
  ),
  whole('cookie names', (random) =>
    random.pick([
      `const SESSION_COOKIE = 'connect.sid';`,
      `cookies().get('session_token')`,
      `res.clearCookie('${random.pick(WORDS)}_session');`,
      `Set-Cookie: theme=dark; Path=/; SameSite=Lax`,
      `document.cookie.includes('csrftoken=')`,
      `Cookie: lang=en; theme=${random.pick(['dark', 'light'])}`,
    ]),
  ),
  whole('stand-in for a secret', (random) =>
    random.pick([
      `API_KEY=your-api-key-here`,
      `password: "changeme"`,
      `GITHUB_TOKEN=\${{ secrets.GITHUB_TOKEN }}`,
      `const token = 'test-token';`,
      `DATABASE_URL=postgres://user:password@localhost:5432/test`,
      `OPENAI_API_KEY=sk-...`,
      `Authorization: Bearer <token>`,
      `export AWS_SECRET_ACCESS_KEY=$SECRET`,
      `password = "****************"`,
      `token: 'fake-token-${random.below(9)}'`,
      `SECRET_KEY=xxxxxxxxxxxxxxxxxxxx`,
      `apiKey: "dummy"`,
      `Authorization: Bearer \${token}`,
      `client_secret: [REDACTED]`,
      `AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE`,
      `passphrase: '{{ vault_passphrase }}'`,
    ]),
  ),
  whole('code about secrets', (random) =>
    random.pick([
      `const password = req.body.password;`,
      `token: string;`,
      `password: z.string().min(8),`,
      `if (!process.env.API_KEY) throw new Error('API_KEY is not set');`,
      `const { token, refreshToken } = await login(user);`,
      `secretKeyRef:\n  name: ${random.pick(WORDS)}-credentials\n  key: password`,
      `max_tokens: ${random.between(256, 65536)}`,
      `input_tokens=${random.between(1, 9000)} output_tokens=${random.between(1, 9000)}`,
      `tokenType: 'bearer',`,
      `def verify_password(password: str, password_hash: str) -> bool:`,
      `this.tokenService = new ${capital(random.pick(WORDS))}TokenService(config);`,
      `passwordField: 'current-password'`,
      `const key = \`\${user.id}:\${session.token}\`;`,
      `headers['x-api-key'] = apiKey;`,
      `resource "aws_secretsmanager_secret" "${random.pick(WORDS)}" {}`,
      `sort_key = "created_at"`,
      `The token is stored in memory and the password is hashed with bcrypt.`,
      `cache_key: "v${random.below(9)}-deps-main"`,
      `next_page_token: "${random.draw(BASE64URL, 24)}"`,
    ]),
  ),
  whole(
    'CSS classes',
    (random) =>
      `<div class="flex items-center px-4 sk-${random.pick(WORDS)}-circle text-sm hover:bg-[#${random.draw(HEX, 6)}] css-${random.draw(BASE36, 7)} ${camelCase(random, 2)}_${random.draw(BASE62, 5)}__${random.pick(WORDS)}">`,
  ),
  whole(
    'stack trace',
    (random) =>
      `TypeError: Cannot read properties of undefined (reading '${camelCase(random, 2)}')\n    at ${capital(camelCase(random, 3))}.${camelCase(random, 2)} (/srv/app/${aPath(random)}:${random.below(400)}:${random.below(80)})\n    at async Promise.all (index 0)\n    at node:internal/process/task_queues:95:5`,
  ),
  whole('Kubernetes names', (random) =>
    random.pick([
      `pod/${random.pick(WORDS)}-${random.draw('bcdfghjklmnpqrstvwxz2456789', 10)}-${random.draw('bcdfghjklmnpqrstvwxz2456789', 5)}   1/1   Running`,
      `deployment.apps/${random.pick(WORDS)}-api configured`,
      `secret/${random.pick(WORDS)}-tls created`,
      `image: registry.k8s.io/${random.pick(WORDS)}:v1.${random.below(30)}.0@sha256:${random.draw(HEX, 64)}`,
    ]),
  ),
  whole('package names', (random) =>
    random.pick([
      `npm i @types/${random.pick(WORDS)}-token@^${random.below(9)}.0.0`,
      `added ${random.between(10, 900)} packages, and audited ${random.between(10, 900)} packages in 3s`,
      `"@aws-sdk/client-secrets-manager": "^3.${random.below(900)}.0",`,
      `"jsonwebtoken": "^9.0.${random.below(9)}",`,
      `pip install passlib==1.7.${random.below(9)}`,
      `"resolved": "https://registry.npmjs.org/js-tokens/-/js-tokens-4.0.${random.below(9)}.tgz",`,
    ]),
  ),
  whole(
    'log lines',
    (random) =>
      `${aTime(random)} INFO [${camelCase(random, 2)}] request id=${drawUuid(random)} trace=${random.draw(HEX, 32)} span=${random.draw(HEX, 16)} took=${random.below(900)}ms status=200`,
  ),
  whole(
    'prose',
    (random) =>
      `${aSentence(random)} The ${random.pick(WORDS)} token expires after an hour, so the password reset must create a new key.\n${aSentence(random)}`,
  ),
  kind(
    'etag and cursor',
    (random) => random.draw(BASE62, 32),
    (value) => `ETag: "${value}"`,
    (value) => `"nextCursor":"${value}"`,
    (value) => `"page_token": "${value}"`,
    (value) => `?cursor=${value}&limit=20`,
  ),
  kind(
    'signed thought',
    (random) => random.draw(BASE64, 180),
    (value) => `{"type":"thinking","signature":"${value}"}`,
    (value) => `"encrypted_content":"${value}"`,
  ),
  kind(
    'account numbers and names',
    (random) => random.draw(UPPER36, 12),
    (value) => `order number ${value}`,
    (value) => `SKU ${value}-XL`,
    (value) => `coupon: ${value}`,
  ),
  kind(
    'bundle file',
    (random) => `index-${random.draw(BASE62, 8)}.js`,
    (value) => `dist/assets/${value}   148.20 kB │ gzip: 47.11 kB`,
    (value) => `<script type="module" src="/assets/${value}"></script>`,
  ),
];
