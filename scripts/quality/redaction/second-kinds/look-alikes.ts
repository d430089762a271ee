/** What stands in sessions and gives nothing away, addresses at example domains and the example keys of makers among it. Over 400 lines as it is one table. */
import { ALNUM, BASE32, LOWER, UPPER, URL_SAFE, type Draw } from './draw.ts';
import { b64, leave, type HarmlessText } from './marked-text.ts';

const NAMES = ['password', 'token', 'apiKey', 'secret', 'DB_PASSWORD', 'API_TOKEN', 'clientSecret'];
const file = (d: Draw): string => `${d.pick(['src', 'lib', 'app'])}/${d.word()}/${d.word()}.ts`;

export const HARMLESS: Readonly<Record<string, HarmlessText>> = {
  'commit hashes': (d) =>
    leave(
      d.pick([
        `commit ⟦${d.hex(40)}⟧\nDate: Mon`,
        `⟦${d.hex(7)}⟧ fix: ${d.word()}`,
        `HEAD is now at ⟦${d.hex(9)}⟧ merge`,
        `index ⟦${d.hex(7)}..${d.hex(7)}⟧ 100644`,
        `[main ⟦${d.hex(7)}⟧] feat: tokens`,
        `100644 blob ⟦${d.hex(40)}⟧\t${file(d)}`,
      ]),
    ),
  uuids: (d) => leave(d.pick([`session ⟦${d.uuid()}⟧ resumed`, `"id": "⟦${d.uuid()}⟧"`, `x-request-id: ⟦${d.uuid()}⟧`, `tenant=⟦${d.uuid()}⟧`])),
  'content hashes': (d) =>
    leave(
      d.pick([
        `sha256:⟦${d.hex(64)}⟧`,
        `⟦${d.hex(64)}⟧  dist.tar.gz`,
        `MD5 (a.zip) = ⟦${d.hex(32)}⟧`,
        `"contentHash":"⟦${d.hex(40)}⟧"`,
        `digest: sha256:⟦${d.hex(64)}⟧ size: 1994`,
        `etag: "⟦${d.hex(32)}⟧"`,
        `checksum = "⟦${d.hex(64)}⟧"`,
      ]),
    ),
  'lock file integrity': (d) =>
    leave(
      d.pick([
        `"integrity": "⟦sha512-${b64(d.bytes(64))}⟧"`,
        `integrity sha1-⟦${b64(d.bytes(20))}⟧`,
        `resolution: {integrity: ⟦sha512-${b64(d.bytes(64))}⟧}`,
        `github.com/x/y v1.2.3 ⟦h1:${b64(d.bytes(32))}⟧`,
        `    {file = "a.whl", hash = "sha256:⟦${d.hex(64)}⟧"},`,
        `--hash=sha256:⟦${d.hex(64)}⟧`,
        `resolved "https://registry.yarnpkg.com/a/-/a-1.0.0.tgz#⟦${d.hex(40)}⟧"`,
      ]),
    ),
  'image data': (d) =>
    leave(
      d.pick([
        `src="data:image/png;base64,⟦iVBORw0KGgoAAAANSUhEUgAA${b64(d.bytes(60))}⟧"`,
        `url(data:font/woff2;base64,⟦d09GMgABAAAAA${b64(d.bytes(60))}⟧)`,
        `data:image/jpeg;base64,⟦/9j/4AAQSkZJRgABAQ${b64(d.bytes(45))}⟧`,
        `//# sourceMappingURL=data:application/json;base64,⟦${b64('{"version":3,"sources":["a.ts"],"mappings":"AAAA"}')}⟧`,
      ]),
    ),
  colours: (d) => leave(`--${d.word()}: ⟦#${d.hex(d.pick([3, 6, 8]))}⟧; fill="⟦#${d.hex(6)}⟧"`),
  'minified code': (d) =>
    leave(
      `⟦!function(e,t){var ${d.from(LOWER, 1)}=e.${d.word()},n=t.token||"";return n?e(${d.digits(3)}):r.password(t)}(${d.from(LOWER, 1)},${d.from(LOWER, 2)});⟧`,
    ),
  'call ids': (d) =>
    leave(
      d.pick([
        `"tool_use_id":"⟦toolu_01${d.alnum(22)}⟧"`,
        `call_id: ⟦call_${d.alnum(24)}⟧`,
        `"id":"⟦msg_01${d.alnum(22)}⟧"`,
        `requestId ⟦req_011C${d.alnum(20)}⟧`,
        `⟦chatcmpl-${d.alnum(29)}⟧`,
        `resp_⟦${d.hex(48)}⟧`,
      ]),
    ),
  placeholders: (d) =>
    leave(
      `${d.pick(NAMES)}${d.pick(['=', ': ', ' = '])}⟦${d.pick(['changeme', '<token>', '<your-api-key>', 'your-password-here', 'YOUR_API_KEY', 'xxxxxxxx', '********', 'REPLACE_ME', '[REDACTED]', '...', 'TODO', 'null', 'undefined', '""', '$DB_PASSWORD', '${DB_PASSWORD}', '${{ secrets.TOKEN }}', '{{ vault_password }}', '%DB_PASSWORD%', '$(cat token.txt)', 'example', 'dummy', 'sk-...', 'ghp_xxxxxxxxxxxxxxxxxxxx', '<redacted>', 'true', 'false'])}⟧`,
    ),
  'values read from elsewhere': (d) =>
    leave(
      d.pick([
        'const token = ⟦process.env.API_TOKEN⟧;',
        'password = ⟦os.environ["DB_PASSWORD"]⟧',
        'password: ⟦config.get("db.password")⟧,',
        'secret := ⟦os.Getenv("SECRET")⟧',
        'apiKey: ⟦import.meta.env.VITE_API_KEY⟧',
        'token = ⟦ENV.fetch("TOKEN")⟧',
        'const secret = ⟦await getSecretValue(name)⟧;',
        'password=⟦args.password⟧',
        'let token = ⟦req.headers.authorization?.split(" ")[1]⟧;',
        'token: ⟦localStorage.getItem("token")⟧',
        'api_key = ⟦settings.OPENAI_API_KEY⟧',
        'const password = ⟦faker.internet.password()⟧;',
        'String token = ⟦jwtService.generateToken(user)⟧;',
        'password: ⟦Deno.env.get("PW")⟧',
        'secretKey = ⟦Keys.hmacShaKeyFor(bytes)⟧',
      ]),
    ),
  'types and fields': (d) =>
    leave(
      d.pick([
        'password: ⟦string⟧;',
        'token?: ⟦string | undefined⟧',
        'apiKey: ⟦z.string().min(1)⟧,',
        'password = ⟦models.CharField(max_length=128)⟧',
        'password ⟦VARCHAR(255) NOT NULL⟧',
        'Token ⟦string⟧ `json:"token"`',
        'private ⟦String password⟧;',
        'secret: ⟦SecretStr⟧',
        'password: ⟦Optional[str] = None⟧',
        'def login(username, ⟦password⟧):',
        'token: ⟦CancellationToken⟧',
        'this.password = ⟦password⟧;',
        'const { ⟦password, token⟧ } = body;',
        'accessToken: ⟦accessToken⟧,',
        'secretName: ⟦db-credentials⟧',
        'passwordHash: ⟦text("password_hash").notNull()⟧,',
      ]),
    ),
  'counts of tokens': (d) =>
    leave(
      d.pick([
        `"input_tokens":⟦${d.digits(5)}⟧`,
        `max_tokens: ⟦4096⟧`,
        `tokens used: ⟦${d.digits(6)}⟧`,
        `tokenCount=⟦${d.digits(4)}⟧`,
        `"cache_read_input_tokens": ⟦${d.digits(6)}⟧`,
        `password_min_length = ⟦12⟧`,
        `token_ttl: ⟦3600s⟧`,
        `keyLength: ⟦2048⟧`,
      ]),
    ),
  'prose about secrets': (d) =>
    leave(
      d.pick([
        '⟦The password is wrong, so the login fails.⟧',
        '⟦the token is expired after an hour⟧',
        '⟦Das Passwort ist falsch.⟧',
        '⟦le mot de passe est obligatoire⟧',
        '⟦la contraseña es incorrecta⟧',
        '⟦I will never print the secret.⟧',
        '⟦password: must be at least eight characters⟧',
        '⟦The API key is read from the environment.⟧',
        '⟦Password is required⟧',
        '⟦it should reject a wrong password⟧',
        '⟦Token is refreshed automatically by middleware⟧',
        '⟦use a password manager⟧',
        '⟦密码是必填的⟧',
        '⟦пароль обязателен⟧',
        '⟦senha inválida⟧',
        '⟦The secret is stored in Keychain⟧',
        '⟦the passphrase is optional⟧',
        '⟦invalid token: unexpected end of input⟧',
        '⟦SyntaxError: Unexpected token } in JSON at position 10⟧',
        '⟦password: required field⟧',
      ]),
    ),
  'labels and forms': (d) =>
    leave(
      d.pick([
        '"password": "⟦Mot de passe⟧"',
        '<input type="password" name="⟦password⟧" autocomplete="⟦current-password⟧">',
        '"forgotPassword": "⟦Forgot your password?⟧"',
        'label: "⟦API key⟧"',
        '--password <⟦pw⟧>   the password to use',
        'password: "⟦Passwort⟧"',
        'getByLabelText("⟦Password⟧")',
        "t('⟦auth.password.placeholder⟧')",
        '<label for="⟦token-input⟧">Token</label>',
      ]),
    ),
  'references to stores': (d) =>
    leave(
      d.pick([
        `secretKeyRef:\n  name: ⟦${d.word()}-credentials⟧\n  key: ⟦password⟧`,
        `⟦arn:aws:secretsmanager:eu-west-1:${d.digits(12)}:secret:prod/${d.word()}-${d.alnum(6)}⟧`,
        `op read ⟦op://${d.word()}/db/password⟧`,
        `vault kv get ⟦secret/data/${d.word()}⟧`,
        `passwordFile: ⟦/run/secrets/db_password⟧`,
        `token_file = ⟦~/.config/${d.word()}/token⟧`,
        `secretName: ⟦${d.word()}-tls⟧`,
        `credentialsId: '⟦${d.word()}-deploy⟧'`,
        `valueFrom: ⟦projects/${d.word()}/secrets/db-pass/versions/3⟧`,
      ]),
    ),
  'documentation addresses': (d) =>
    leave(
      d.pick([
        `⟦${d.person()}@example.com⟧`,
        `⟦user@example.org⟧`,
        `⟦git@github.com:${d.word()}/${d.word()}.git⟧`,
        `⟦noreply@github.com⟧`,
        `to: ⟦test@example.com⟧`,
        `⟦ssh://git@${d.word()}.example/x⟧`,
      ]),
    ),
  'documentation urls': (d) =>
    leave(
      d.pick([
        '⟦postgres://user:password@host:5432/db⟧',
        '⟦mysql://USER:PASSWORD@HOST/DATABASE⟧',
        '⟦https://<user>:<token>@host/x.git⟧',
        '⟦postgresql://${USER}:${PASS}@localhost/db⟧',
        '⟦mongodb://username:password@host/db⟧',
        '⟦redis://localhost:6379/0⟧',
        `⟦https://unpkg.com/react@18.${d.digits(1)}.0/umd/react.js⟧`,
        `⟦https://${d.host()}:8443/path?page=2&sort=name⟧`,
        `⟦http://localhost:3000/reset-password⟧`,
      ]),
    ),
  'public keys and certificates': (d) =>
    leave(
      d.pick([
        `⟦ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${d.from(ALNUM, 43)}⟧ ci`,
        `-----BEGIN CERTIFICATE-----\n⟦MII${b64(d.bytes(45))}⟧\n-----END CERTIFICATE-----`,
        `-----BEGIN PUBLIC KEY-----\n⟦MFkwEwYHKoZIzj0CAQYI${b64(d.bytes(33))}⟧\n-----END PUBLIC KEY-----`,
        `⟦SHA256:${b64(d.bytes(32)).replace('=', '')}⟧ (ED25519)`,
        `RSA key fingerprint is ⟦SHA256:${b64(d.bytes(32)).replace('=', '')}⟧.`,
        `PublicKey = ⟦${b64(d.bytes(32))}⟧`,
      ]),
    ),
  'asset names': (d) =>
    leave(
      d.pick([
        `dist/assets/⟦index-${d.from(URL_SAFE, 8)}.js⟧ 142 kB`,
        `static/css/⟦main.${d.hex(8)}.css⟧`,
        `class="⟦_button_${d.alnum(5)}_${d.digits(2)}⟧"`,
        `/_next/static/⟦${d.from(URL_SAFE, 21)}⟧/_buildManifest.js`,
        `chunk-⟦${d.from(UPPER + '234567', 8)}⟧.js`,
        `class="⟦sc-${d.alnum(6)} ${d.alnum(5)}⟧"`,
      ]),
    ),
  'container and cloud ids': (d) =>
    leave(
      d.pick([
        `⟦${d.hex(12)}⟧  postgres:16  Up 3 hours`,
        `⟦i-0${d.hex(16)}⟧ running`,
        `⟦vpc-0${d.hex(16)}⟧`,
        `pod/⟦api-${d.hex(10)}-${d.from(LOWER, 5)}⟧ Running`,
        `⟦arn:aws:iam::${d.digits(12)}:role/deploy⟧`,
        `Successfully built ⟦${d.hex(12)}⟧`,
        `account ⟦${d.digits(12)}⟧`,
        `⟦Z0${d.from(UPPER + '0123456789', 18)}⟧ hosted zone`,
      ]),
    ),
  'service object ids': (d) =>
    leave(
      d.pick([
        `⟦cus_${d.alnum(14)}⟧`,
        `⟦pi_3${d.alnum(23)}⟧`,
        `⟦price_1${d.alnum(23)}⟧`,
        `⟦prod_${d.alnum(14)}⟧`,
        `channel ⟦C0${d.from(UPPER + '0123456789', 9)}⟧`,
        `run ⟦https://github.com/${d.word()}/${d.word()}/actions/runs/${d.digits(11)}⟧`,
        `tweet ⟦${d.digits(19)}⟧`,
        `⟦dpl_${d.alnum(28)}⟧`,
      ]),
    ),
  'sortable ids': (d) =>
    leave(
      d.pick([
        `⟦01${d.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}⟧`,
        `key=⟦c${d.from(`${LOWER}0123456789`, 24)}⟧`,
        `"_id": "⟦${d.hex(24)}⟧"`,
        `id: '⟦${d.from(URL_SAFE, 21)}⟧'`,
        `traceparent: ⟦00-${d.hex(32)}-${d.hex(16)}-01⟧`,
        `trace_id=⟦${d.hex(32)}⟧ span_id=⟦${d.hex(16)}⟧`,
      ]),
    ),
  versions: (d) =>
    leave(
      d.pick([
        `golang.org/x/net ⟦v0.0.0-2024${d.digits(4)}${d.digits(6)}-${d.hex(12)}⟧`,
        `⟦1.${d.digits(1)}.0-beta.${d.digits(2)}+${d.hex(7)}⟧`,
        `node_modules/.pnpm/⟦vite@5.4.${d.digits(1)}_@types+node@20.${d.digits(2)}.0⟧/node_modules`,
        `/nix/store/⟦${d.from('0123456789abcdfghijklmnpqrsvwxyz', 32)}-bash-5.2⟧`,
        `uses: actions/checkout@⟦${d.hex(40)}⟧`,
        `image: node:22@sha256:⟦${d.hex(64)}⟧`,
      ]),
    ),
  'addresses and numbers': (d) =>
    leave(
      d.pick([
        `inet6 ⟦fe80::${d.hex(4)}:${d.hex(4)}:${d.hex(4)}:${d.hex(4)}⟧/64`,
        `ether ⟦${Array.from({ length: 6 }, () => d.hex(2)).join(':')}⟧`,
        `0x⟦0000${d.hex(12)}⟧ in main`,
        `ts=⟦17${d.digits(11)}⟧`,
        `contract ⟦0x${d.hex(40)}⟧ deployed`,
        `tx ⟦0x${d.hex(64)}⟧`,
        `⟦2026-0${1 + d.below(9)}-11T08:21:44.${d.digits(6)}Z⟧`,
      ]),
    ),
  identifiers: (d) =>
    leave(
      d.pick([
        `⟦validatePasswordResetTokenExpiry⟧(user)`,
        `⟦PASSWORD_RESET_TIMEOUT_SECONDS⟧`,
        `import { ⟦createAccessTokenVerifier⟧ } from './auth'`,
        `⟦com.${d.word()}.security.PasswordEncoderFactories$DelegatingPasswordEncoder⟧`,
        `⟦TestLoginRejectsExpiredTokenWithoutRefresh⟧`,
        `⟦__webpack_require__.${d.from(LOWER, 1)}⟧`,
        `⟦NSPhotoLibraryUsageDescription⟧`,
        `⟦ERR_MODULE_NOT_FOUND⟧`,
      ]),
    ),
  paths: (d) =>
    leave(
      d.pick([
        `⟦${file(d)}:${d.digits(2)}:${d.digits(1)}⟧`,
        `⟦src/auth/password-reset/tokens/refresh-token.service.spec.ts⟧`,
        `⟦migrations/2024${d.digits(4)}_add_api_key_to_users.rb⟧`,
        `⟦/usr/lib/python3/dist-packages/keyring/backends/SecretService.py⟧`,
        `⟦packages/${d.word()}/src/${d.word()}/${d.word()}-${d.word()}/index.test.tsx⟧`,
        `/home/⟦runner/work⟧/app`,
      ]),
    ),
  'page policies': (d) =>
    leave(
      d.pick([
        `script-src '⟦sha256-${b64(d.bytes(32))}⟧'`,
        `integrity="⟦sha384-${b64(d.bytes(48))}⟧"`,
        `⟦bafybei${d.from(`${LOWER}234567`, 52)}⟧`,
        `cookie: ⟦theme=dark; lang=en⟧`,
        `set-cookie: ⟦locale=fr; Path=/⟧`,
        `Sec-WebSocket-Accept: ⟦${b64(d.bytes(20))}⟧`,
      ]),
    ),
  'vendors example keys': (d) =>
    leave(
      d.pick([
        '⟦AKIAIOSFODNN7EXAMPLE⟧',
        '⟦wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY⟧',
        '⟦sk_test_...⟧',
        '⟦xoxb-your-token⟧',
        '⟦ghp_XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX⟧',
        '⟦AIza...⟧',
        '⟦sk-ant-...⟧',
      ]),
    ),
  'test and regex text': (d) =>
    leave(
      d.pick([
        '⟦/^(?=.*[A-Z])(?=.*\\d)[A-Za-z\\d!@#$%]{8,}$/⟧.test(password)',
        '⟦/sk-[A-Za-z0-9]{20,}/g⟧',
        "it('⟦returns 401 when the token is missing⟧')",
        'expect(⟦token⟧).toBe(⟦undefined⟧)',
        'if (!⟦password⟧) throw new Error("⟦Missing password⟧");',
        'grep -rn "⟦password\\|secret\\|token⟧" src',
        'alphabet = "⟦ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/⟧"',
        "rg '⟦API_KEY=⟧' --hidden",
      ]),
    ),
  'flags without a value': (d) =>
    leave(
      d.pick([
        'mkdir -p ⟦src/components/auth⟧',
        'docker run -p ⟦5432:5432⟧ postgres',
        'pytest -p ⟦no:cacheprovider⟧',
        'psql -U app -W -d ⟦app_production⟧',
        'ssh -p ⟦2222⟧ deploy@host',
        'tar -xzf ⟦release-2.1.0.tar.gz⟧',
        'git push -u origin ⟦feature/password-reset-token⟧',
        'npm publish --access ⟦public⟧ --tag ⟦next⟧',
        'cp -a ⟦build/output⟧ dist',
        'sort -u ⟦tokens.txt⟧',
        'node -p ⟦process.version⟧',
        'kubectl get pods -n ⟦production-services⟧',
      ]),
    ),
  'model and dataset names': (d) =>
    leave(
      d.pick([
        '⟦claude-sonnet-4-5-20250929⟧',
        '⟦gpt-4o-mini-2024-07-18⟧',
        '⟦meta-llama/Llama-3.1-8B-Instruct⟧',
        '⟦text-embedding-3-large⟧',
        '⟦us.anthropic.claude-3-5-haiku-20241022-v1:0⟧',
      ]),
    ),
  'plain output': (d) =>
    leave(
      d.pick([
        `⟦✓ ${file(d)} (${d.digits(2)} tests) ${d.digits(3)}ms⟧`,
        `⟦added ${d.digits(3)} packages, and audited ${d.digits(4)} packages in 4s⟧`,
        `⟦-rw-r--r-- 1 app staff ${d.digits(5)} Jan 12 10:33 ${d.word()}.json⟧`,
        `⟦Compiling ${d.word()}-${d.word()} v0.${d.digits(1)}.${d.digits(2)}⟧`,
        `⟦GET /api/${d.word()}/${d.digits(3)} 200 in ${d.digits(2)}ms⟧`,
        `⟦ 12 files changed, ${d.digits(3)} insertions(+), ${d.digits(2)} deletions(-)⟧`,
      ]),
    ),
  'harmless base64': (d) =>
    leave(
      d.pick([
        `$ echo ⟦${b64(`hello ${d.word()} and ${d.word()}, this is plain text`)}⟧ | base64 -d`,
        `cursor=⟦${b64(`{"after":${d.digits(6)},"dir":"next"}`)}⟧`,
        `"content": "⟦${b64(`# ${d.word()}\n\nA small library for ${d.word()} and ${d.word()}.\n`)}⟧"`,
        `mappings: "⟦AAAA,SAAS,${d.from(UPPER, 4)},CAAC;AACV,${d.from(UPPER, 4)},IAAI⟧"`,
      ]),
    ),
  'numbers like codes': (d) =>
    leave(
      d.pick([
        `order ⟦${d.digits(4)}-${d.digits(4)}⟧`,
        `tel ⟦+1 555 0${d.digits(3)}⟧`,
        `ISBN ⟦978-${d.digits(1)}-${d.digits(4)}-${d.digits(4)}-${d.digits(1)}⟧`,
        `ticket ⟦${d.from(UPPER, 3)}-${d.digits(4)}⟧`,
        `base32 alphabet ⟦${BASE32}⟧`,
        `part ⟦${d.from(UPPER, 2)}${d.digits(4)}-${d.from(UPPER, 2)}⟧`,
      ]),
    ),
};
