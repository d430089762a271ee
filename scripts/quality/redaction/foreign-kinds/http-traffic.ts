/** Secrets in requests, answers and addresses: headers, cookies, forms, signatures, webhooks. */
import { BASE36, BASE62, BASE64URL, drawUuid, HEX, UPPER36 } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawLogTime, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawPlainPassword } from './draw-password.ts';
import { drawWebToken } from './draw-web-token.ts';
import { plantSecret, plantSecrets } from './plant-secret.ts';

export const HTTP_TRAFFIC: readonly SecretKind[] = [
  {
    name: 'signed web token',
    plant: (random) => {
      const { token, secret } = drawWebToken(random);
      return plantSecret(
        secret,
        random.pick([
          `> GET /v1/orders HTTP/2\n> authorization: Bearer ${token}\n> accept: */*\n< HTTP/2 401`,
          `{"access_token":"${token}","token_type":"Bearer","expires_in":3600}`,
          `SUPABASE_SERVICE_ROLE_KEY=${token}`,
          `localStorage.setItem("token", "${token}")`,
          `wscat -c "wss://${drawHost(random)}/ws?token=${token}"`,
          `decoded ${token} -> signature invalid`,
          `JsonWebTokenError: invalid signature\n    at verify (${token})`,
        ]),
      );
    },
  },
  {
    name: 'basic authorization header',
    plant: (random) => {
      const basic = Buffer.from(`${drawUser(random)}:${drawHumanPassword(random)}`).toString('base64');
      return plantSecret(
        basic,
        random.pick([
          `> GET /api HTTP/1.1\r\n> Host: ${drawHost(random)}\r\n> Authorization: Basic ${basic}\r\n`,
          `headers: { Authorization: 'Basic ${basic}', Accept: 'application/json' }`,
          `req.Header.Set("Authorization", "Basic ${basic}")`,
          `proxy_set_header Authorization "Basic ${basic}";`,
          `"Proxy-Authorization": ["Basic ${basic}"]`,
        ]),
      );
    },
  },
  {
    name: 'session cookie in a request or an answer',
    plant: (random) => {
      const [name, value] = random.pick([
        () => ['connect.sid', `s%3A${random.draw(BASE64URL, 32)}.${random.draw(BASE62, 43)}`] as const,
        () => ['PHPSESSID', random.draw(BASE36, 26)] as const,
        () => ['JSESSIONID', random.draw(UPPER36, 32)] as const,
        () => ['sessionid', random.draw(BASE36, 32)] as const,
        () => ['__Secure-next-auth.session-token', drawUuid(random)] as const,
        () => ['_ledger_session', `${random.draw(BASE62, 120)}%3D%3D--${random.draw(HEX, 40)}`] as const,
        () => ['laravel_session', `eyJpdiI6I${random.draw(BASE62, 150)}%3D`] as const,
      ])();
      return plantSecret(
        value,
        random.pick([
          `Cookie: theme=dark; ${name}=${value}; lang=en`,
          `< Set-Cookie: ${name}=${value}; Path=/; HttpOnly; SameSite=Lax`,
          `curl 'https://${drawHost(random)}/admin' -H 'cookie: _ga=GA1.1.22; ${name}=${value}'`,
          `${drawHost(random)}\tFALSE\t/\tTRUE\t1790000000\t${name}\t${value}`,
          `document.cookie = "${name}=${value}"`,
          `headers={"Cookie": "${name}=${value}"}`,
        ]),
      );
    },
  },
  {
    name: 'browser archive entry',
    plant: (random) => {
      const session = random.draw(BASE62, 40);
      const csrf = random.draw(BASE62, 32);
      return plantSecrets(
        [session, csrf],
        [
          `{"request":{"method":"POST","url":"https://${drawHost(random)}/graphql","headers":[{"name":"x-csrf-token","value":"${csrf}"},{"name":"authorization","value":"Bearer ${session}"}],"cookies":[{"name":"sid","value":"${session}","httpOnly":true}]},"startedDateTime":"${drawLogTime(random)}"}`,
        ],
      );
    },
  },
  {
    name: 'login form body',
    plant: (random) => {
      const password = drawHumanPassword(random, '-_.');
      return plantSecret(
        password,
        random.pick([
          `POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nusername=${drawUser(random)}&password=${password}&remember=on`,
          `Parameters: {"user"=>{"email"=>"a@ledger.test", "password"=>"${password}"}, "commit"=>"Log in"}`,
          `------WebKitFormBoundary7MA4\r\nContent-Disposition: form-data; name="password"\r\n\r\n${password}\r\n------WebKitFormBoundary7MA4--`,
          `await page.getByLabel('Password').fill('${password}');`,
          `<input type="password" name="password" value="${password}">`,
          `cy.get('#password').type('${password}{enter}')`,
        ]),
      );
    },
  },
  {
    name: 'signature of a presigned address',
    plant: (random) => {
      const hex = random.draw(HEX, 64);
      const encoded = encodeURIComponent(random.bytes(32).toString('base64'));
      return random.pick([
        () =>
          plantSecret(
            hex,
            `https://${drawTeam(random)}.s3.amazonaws.com/export.csv?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260301T101500Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=${hex}`,
          ),
        () =>
          plantSecret(
            hex,
            `wget "https://storage.googleapis.com/${drawTeam(random)}/a.zip?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Expires=900&X-Goog-Signature=${hex}"`,
          ),
        () =>
          plantSecret(
            encoded,
            `https://st${drawTeam(random)}.blob.core.windows.net/logs/a.txt?sp=r&st=2026-03-01T10:00:00Z&se=2026-03-02T10:00:00Z&sv=2022-11-02&sr=b&sig=${encoded}`,
          ),
        () =>
          plantSecret(
            encoded,
            `https://d1${random.draw(BASE36, 12)}.cloudfront.net/v.mp4?Expires=1790000000&Signature=${encoded}&Key-Pair-Id=K${random.draw(UPPER36, 13)}`,
          ),
      ])();
    },
  },
  {
    name: 'webhook address',
    plant: (random) => {
      const slack = random.draw(BASE62, 24);
      const discord = random.draw(BASE64URL, 68);
      const teams = random.draw(HEX, 32);
      const zap = random.draw(BASE36, 7);
      return random.pick([
        () => plantSecret(slack, `SLACK_WEBHOOK=https://hooks.slack.com/services/T${random.draw(UPPER36, 10)}/B${random.draw(UPPER36, 10)}/${slack}`),
        () => plantSecret(discord, `requests.post("https://discord.com/api/webhooks/${random.draw('123456789', 18)}/${discord}", json={"content": "done"})`),
        () =>
          plantSecret(
            teams,
            `https://ledger.webhook.office.com/webhookb2/${drawUuid(random)}@${drawUuid(random)}/IncomingWebhook/${teams}/${drawUuid(random)}`,
          ),
        () => plantSecret(zap, `curl -d '{}' https://hooks.zapier.com/hooks/catch/${random.between(100_000, 9_999_999)}/${zap}/`),
        () =>
          plantSecret(
            slack,
            `curl -X POST -H 'Content-type: application/json' https://hooks.slack.com/services/T0${random.draw(UPPER36, 8)}/B0${random.draw(UPPER36, 8)}/${slack} -d '{"text":"deployed"}'`,
          ),
      ])();
    },
  },
  {
    name: 'token in the path or query of an address',
    plant: (random) => {
      const token = random.draw(BASE64URL, random.between(24, 44));
      return plantSecret(
        token,
        random.pick([
          `http://localhost:8888/lab?token=${token}`,
          `[I ServerApp] Or http://127.0.0.1:8888/tree?token=${token}`,
          `https://${drawHost(random)}/reset-password?uid=42&reset_token=${token}`,
          `https://${drawHost(random)}/callback#access_token=${token}&token_type=bearer`,
          `GET /oauth/callback?code=${token}&state=${random.draw(HEX, 16)} HTTP/1.1`,
          `https://${drawHost(random)}/users/password/edit?reset_password_token=${token}`,
          `${drawHost(random)} - - [01/Mar/2026:10:15:00 +0000] "GET /feed?api_key=${token}&page=2 HTTP/1.1" 200 512`,
        ]),
      );
    },
  },
  {
    name: 'token request and its answer in neighbouring texts',
    plant: (random) => {
      const clientSecret = drawPlainPassword(random);
      const refresh = random.draw(BASE64URL, 64);
      return plantSecrets(
        [clientSecret, refresh],
        [
          `curl -d 'grant_type=password&client_secret=${clientSecret}&username=${drawUser(random)}' https://${drawHost(random)}/token`,
          `{\n  "refresh_token": "${refresh}",\n  "scope": "offline_access",\n  "expires_in": 300\n}`,
        ],
      );
    },
  },
];
