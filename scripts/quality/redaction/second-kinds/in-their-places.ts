/** Secrets in the files, answers and settings they are met in. */
import { ALNUM, BASE32, URL_SAFE, type Draw } from './draw.ts';
import { b64, b64url, plant, type Marked } from './marked-text.ts';
import type { Planting } from '../secret-kind.ts';
import { AI, CLOUD, DEVELOPER, MAIL, PAYMENT, jwt } from './vendor-tokens.ts';

const vendors =
  (list: readonly (readonly [string, (d: Draw) => string])[]) =>
  (d: Draw): Planting => {
    const [name, make] = d.pick(list);
    const value = make(d);
    return plant(
      d.pick([
        `$ cat .env.production\nNODE_ENV=production\n${name}=⟦${value}⟧\nLOG_LEVEL=info`,
        `$ printenv | sort | tail -3\nTERM=xterm-256color\n${name}=⟦${value}⟧\nXDG_SESSION_TYPE=tty`,
        `I've put it in the settings: ${name}: "⟦${value}⟧" so the job can start now.`,
        `export ${name}='⟦${value}⟧'`,
        `const client = createClient({ ${name.toLowerCase().replaceAll(/_(\w)/gu, (_, c: string) => c.toUpperCase())}: "⟦${value}⟧" });`,
      ]),
    );
  };
const pem = (d: Draw, label: string, bytes = 600): string[] => {
  const body = b64(d.bytes(bytes)).match(/.{1,64}/gu) as string[];
  return [`-----BEGIN ${label}-----`, ...body.map((l) => `⟦${l}⟧`), `-----END ${label}-----`];
};

export const IN_THEIR_PLACES: Readonly<Record<string, Marked>> = {
  'env output': (d) =>
    plant(
      `$ env\nSHELL=/bin/bash\nPWD=/srv/app\n${d.pick([
        `DATABASE_PASSWORD=⟦${d.password()}⟧`,
        `SECRET_KEY_BASE=⟦${d.hex(128)}⟧`,
        `SESSION_SECRET=⟦${d.alnum(32)}⟧`,
        `DJANGO_SECRET_KEY=⟦${d.from('abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*(-_=+)', 50)}⟧`,
        `ENCRYPTION_KEY=⟦${b64(d.bytes(32))}⟧`,
        `SMTP_PASS=⟦${d.password()}⟧`,
        `REDIS_AUTH=⟦${d.plainPassword()}⟧`,
        `COOKIE_SIGNING_SALT=⟦${d.hex(32)}⟧`,
        `APP_KEY=base64:⟦${b64(d.bytes(32))}⟧`,
        `ADMIN_PWD=⟦${d.password()}⟧`,
      ])}\nSHLVL=1\n_=/usr/bin/env`,
    ),
  'curl -v bearer header': (d) =>
    plant(
      `* Connected to ${d.host()} port 443\n> GET /v1/items HTTP/2\n> Host: ${d.host()}\n> user-agent: curl/8.5.0\n> ${d.pick(['authorization', 'Authorization'])}: Bearer ⟦${d.pick([d.from(URL_SAFE, 40), d.hex(40), d.uuid(), jwt(d)])}⟧\n> accept: */*\n< HTTP/2 200`,
    ),
  'curl -u': (d) => plant(`curl -s -u ${d.person()}:⟦${d.plainPassword()}⟧ https://${d.host()}/api/health`),
  'basic auth header': (d) => plant(`curl -H 'Authorization: Basic ⟦${b64(`${d.person()}:${d.password()}`)}⟧' https://${d.host()}/`),
  'custom auth header': (d) =>
    plant(
      `> ${d.pick(['X-Api-Key', 'X-Auth-Token', 'PRIVATE-TOKEN', 'apikey', 'x-goog-api-key', 'X-Vault-Token', 'api-key', 'X-Shopify-Access-Token', 'Ocp-Apim-Subscription-Key', 'X-Hub-Secret'])}: ⟦${d.pick([d.hex(32), d.alnum(40), d.from(URL_SAFE, 28)])}⟧`,
    ),
  'docker inspect': (d) =>
    plant(
      `$ docker inspect app\n[{"Id": "${d.hex(64)}", "Config": {"Env": ["PATH=/usr/bin", "${d.pick(['MYSQL_ROOT_PASSWORD', 'POSTGRES_PASSWORD', 'RABBITMQ_DEFAULT_PASS', 'MINIO_SECRET_KEY', 'JWT_SECRET'])}=⟦${d.plainPassword()}⟧", "LANG=C.UTF-8"]}}]`,
    ),
  'docker config auths': (d) =>
    plant(`$ cat ~/.docker/config.json\n{\n  "auths": {\n    "${d.host()}": {\n      "auth": "⟦${b64(`${d.person()}:${d.plainPassword()}`)}⟧"\n    }\n  }\n}`),
  'kubectl get secret': (d) =>
    plant(
      `$ kubectl get secret ${d.word()}-db -o yaml\napiVersion: v1\ndata:\n  ${d.pick(['password', 'db-pass', 'api-token', 'POSTGRES_PASSWORD', 'credentials.json', 'value'])}: ⟦${b64(d.password() + d.alnum(4))}⟧\nkind: Secret\nmetadata:\n  name: ${d.word()}-db\n  uid: ${d.uuid()}\ntype: Opaque`,
    ),
  'kubernetes stringData': (d) =>
    plant(
      `kind: Secret\nstringData:\n  ${d.pick(['password', 'token', 'smtp-password', 'client-secret'])}: ${d.pick(['"⟦X⟧"', '⟦X⟧']).replace('X', d.plainPassword())}\n`,
    ),
  kubeconfig: (d) =>
    plant(
      `users:\n- name: admin\n  user:\n    client-certificate-data: ${b64('-----BEGIN CERTIFICATE-----\nMII')}\n    ${d.pick([`client-key-data: ${b64(`-----BEGIN RSA PRIVATE KEY-----\n`).slice(0, 40)}⟦${b64(`-----BEGIN RSA PRIVATE KEY-----\n${b64(d.bytes(200))}\n-----END RSA PRIVATE KEY-----\n`).slice(40, 240)}⟧`, `token: ⟦${d.from(URL_SAFE, 60)}⟧`, `token: ⟦${jwt(d)}⟧`])}`,
    ),
  'terraform state': (d) =>
    plant(
      `"attributes": {\n  "id": "${d.word()}-${d.digits(4)}",\n  "engine": "postgres",\n  ${d.pick([`"password": "⟦${d.password()}⟧"`, `"secret": "⟦${d.from(`${ALNUM}+/`, 40)}⟧"`, `"master_password": "⟦${d.plainPassword()}⟧"`, `"secret_string": "⟦${d.alnum(24)}⟧"`, `"private_key_pem": "-----BEGIN RSA PRIVATE KEY-----\\n⟦${b64(d.bytes(300))}⟧\\n-----END RSA PRIVATE KEY-----\\n"`, `"primary_access_key": "⟦${b64(d.bytes(64))}⟧"`, `"auth_token": "⟦${d.alnum(32)}⟧"`])},\n  "port": 5432\n}`,
    ),
  'terraform hcl': (d) =>
    plant(
      d.pick([
        `variable "db_password" {\n  type    = string\n  default = "⟦${d.plainPassword()}⟧"\n}`,
        `db_admin_password = "⟦${d.plainPassword()}⟧"\nregion = "eu-west-1"`,
        `provider "cloudflare" {\n  api_token = "⟦${d.from(URL_SAFE, 40)}⟧"\n}`,
      ]),
    ),
  npmrc: (d) =>
    plant(
      `$ cat .npmrc\nregistry=https://${d.host()}/\n//${d.host()}/:${d.pick([`_authToken=⟦${d.uuid()}⟧`, `_authToken=⟦npm_${d.alnum(36)}⟧`, `_password=⟦${b64(d.plainPassword())}⟧`, `_auth=⟦${b64(`ci:${d.plainPassword()}`)}⟧`, `_authToken=⟦${d.from(URL_SAFE, 44)}⟧`])}\nalways-auth=true`,
    ),
  netrc: (d) =>
    plant(
      d.pick([
        `machine ${d.host()}\n  login ${d.person()}\n  password ⟦${d.password()}⟧`,
        `machine ${d.host()} login ${d.person()} password ⟦${d.plainPassword()}⟧`,
        `default login ${d.person()} password ⟦${d.plainPassword()}⟧`,
      ]),
    ),
  pgpass: (d) => plant(`$ cat ~/.pgpass\n${d.host()}:5432:${d.word()}:${d.person()}:⟦${d.plainPassword()}⟧`),
  'git remote -v': (d) => {
    const h = d.host();
    const t = d.pick([d.alnum(20), `glpat-${d.from(URL_SAFE, 20)}`, d.hex(40), d.plainPassword()]);
    const u = d.pick([`${d.person()}:`, 'oauth2:', 'x-access-token:', '']);
    const url = `https://${u}⟦${t}⟧@${h}/${d.word()}/${d.word()}.git`;
    return plant(`$ git remote -v\norigin\t${url} (fetch)\norigin\t${url} (push)`);
  },
  'git credential': (d) =>
    plant(`$ printf 'host=${d.host()}\\n' | git credential fill\nprotocol=https\nhost=${d.host()}\nusername=${d.person()}\npassword=⟦${d.plainPassword()}⟧`),
  'psql url': (d) =>
    plant(`psql "${d.pick(['postgres', 'postgresql'])}://${d.person()}:⟦${d.plainPassword()}⟧@${d.host()}:5432/${d.word()}?sslmode=require" -c 'select 1'`),
  'other database url': (d) =>
    plant(
      `connecting to ${d.pick(['mysql://app:', 'mongodb+srv://app:', 'redis://:', 'rediss://default:', 'amqp://svc:', 'mssql+pyodbc://sa:', 'postgresql+asyncpg://app:', 'clickhouse://default:', 'nats://', 'ldap://cn=admin:', 'sftp://deploy:', 'smtp://mailer:', 'jdbc:postgresql://app:'])}⟦${d.plainPassword()}⟧@${d.host()}/${d.word()} ... ok`,
    ),
  'driver connection string': (d) =>
    plant(
      d.pick([
        `dsn := "${d.person()}:⟦${d.plainPassword()}⟧@tcp(${d.host()}:3306)/${d.word()}?parseTime=true"`,
        `Server=${d.host()};Database=${d.word()};User Id=sa;Password=⟦${d.password()}⟧;TrustServerCertificate=True`,
        `host=${d.host()} port=5432 user=${d.person()} password=⟦${d.plainPassword()}⟧ dbname=${d.word()} sslmode=require`,
        `jdbc:mysql://${d.host()}:3306/${d.word()}?user=${d.person()}&password=⟦${d.plainPassword()}⟧&useSSL=true`,
        `sqlplus ${d.person()}/⟦${d.plainPassword()}⟧@//${d.host()}:1521/XEPDB1`,
        `Endpoint=sb://${d.word()}.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey=⟦${b64(d.bytes(32))}⟧`,
        `Data Source=${d.host()};uid=app;pwd=⟦${d.plainPassword()}⟧;`,
      ]),
    ),
  'json web token in a log': (d) => plant(`[12:04:${d.digits(2)}] DEBUG auth: verified ⟦${jwt(d)}⟧ for tenant ${d.word()}`),
  'cookie header': (d) =>
    plant(
      `> Cookie: ${d.pick([`sessionid=⟦${d.from(ALNUM.toLowerCase(), 32)}⟧`, `connect.sid=⟦s%3A${d.from(URL_SAFE, 32)}.${d.from(ALNUM, 43)}⟧`, `PHPSESSID=⟦${d.from('abcdefghijklmnopqrstuvwxyz0123456789', 26)}⟧`, `JSESSIONID=⟦${d.hex(32).toUpperCase()}⟧`, `_app_session=⟦${encodeURIComponent(b64(d.bytes(60)))}--${d.hex(40)}⟧`, `__Secure-next-auth.session-token=⟦${d.from(URL_SAFE, 90)}⟧`, `laravel_session=⟦${d.alnum(40)}⟧`, `auth=⟦${d.from(URL_SAFE, 44)}⟧`])}; theme=dark`,
    ),
  'set-cookie': (d) =>
    plant(
      `< HTTP/1.1 302 Found\n< ${d.pick(['Set-Cookie', 'set-cookie'])}: ${d.pick(['sid', 'session', 'remember_token', '__Host-session', 'access_token', 'csrftoken', 'XSRF-TOKEN', 'idp_sess', 'refresh'])}=⟦${d.pick([d.hex(32), d.from(URL_SAFE, 48), jwt(d)])}⟧; Path=/; HttpOnly; SameSite=Lax`,
    ),
  'curl -b cookie': (d) => plant(`curl -b "${d.pick(['session', 'sid', 'token'])}=⟦${d.from(URL_SAFE, 36)}⟧" https://${d.host()}/me`),
  'netscape cookie jar': (d) =>
    plant(`# Netscape HTTP Cookie File\n.${d.host()}\tTRUE\t/\tTRUE\t17${d.digits(8)}\t${d.pick(['session', 'auth_token', 'sid'])}\t⟦${d.from(URL_SAFE, 40)}⟧`),
  'ssh private key': (d) => plant(`$ cat ~/.ssh/id_ed25519\n${pem(d, 'OPENSSH PRIVATE KEY', 250).join('\n')}`),
  'rsa or ec pem': (d) => plant(pem(d, d.pick(['RSA PRIVATE KEY', 'EC PRIVATE KEY', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'])).join('\n')),
  'pem indented in yaml': (d) =>
    plant(
      `tls:\n  key: |\n${pem(d, 'PRIVATE KEY', 300)
        .map((l) => `    ${l}`)
        .join('\n')}\n  port: 443`,
    ),
  'pem in json with \\n': (d) =>
    plant(
      `{"type":"service_account","project_id":"${d.word()}","private_key":"${pem(d, 'PRIVATE KEY', 400).join('\\n')}\\n","client_email":"svc@${d.word()}.iam.gserviceaccount.com"}`,
    ),
  'pem with line numbers': (d) =>
    plant(
      pem(d, 'RSA PRIVATE KEY', 250)
        .map((l, i) => `${String(i + 1).padStart(6)}\u2192${l}`)
        .join('\n'),
    ),
  'pem cut off': (d) => plant(`$ head -5 server.key\n${pem(d, 'RSA PRIVATE KEY', 250).slice(0, 5).join('\n')}`),
  'pgp private key': (d) =>
    plant(
      `${['-----BEGIN PGP PRIVATE KEY BLOCK-----', '', ...(b64(d.bytes(300)).match(/.{1,64}/gu) as string[]).map((l) => `⟦${l}⟧`), `=${d.alnum(4)}`, '-----END PGP PRIVATE KEY BLOCK-----'].join('\n')}`,
    ),
  'chat webhook': (d) =>
    plant(
      `curl -X POST -d '{"text":"done"}' ${d.pick([`https://hooks.slack.com/services/T${d.alnum(8).toUpperCase()}/B${d.alnum(10).toUpperCase()}/⟦${d.alnum(24)}⟧`, `https://discord.com/api/webhooks/${d.digits(18)}/⟦${d.from(URL_SAFE, 68)}⟧`, `https://${d.word()}.webhook.office.com/webhookb2/${d.uuid()}@${d.uuid()}/IncomingWebhook/⟦${d.hex(32)}⟧/${d.uuid()}`, `https://api.telegram.org/bot⟦${d.digits(10)}:AA${d.from(URL_SAFE, 33)}⟧/sendMessage`, `https://chat.googleapis.com/v1/spaces/${d.alnum(11)}/messages?key=AIza${d.from(URL_SAFE, 35)}&token=⟦${d.from(URL_SAFE, 43)}⟧`, `https://hooks.zapier.com/hooks/catch/${d.digits(7)}/⟦${d.from('abcdefghijklmnopqrstuvwxyz0123456789', 7)}⟧/`, `https://${d.host()}/hooks/⟦${d.from('abcdefghijklmnopqrstuvwxyz0123456789', 26)}⟧`])}`,
    ),
  'aws credentials file': (d) =>
    plant(`[default]\naws_access_key_id = ⟦AKIA${d.from(BASE32, 16)}⟧\naws_secret_access_key = ⟦${d.from(`${ALNUM}+/`, 40)}⟧\nregion = eu-central-1`),
  'aws sts json': (d) =>
    plant(
      `{"Credentials": {"AccessKeyId": "⟦ASIA${d.from(BASE32, 16)}⟧", "SecretAccessKey": "⟦${d.from(`${ALNUM}+/`, 40)}⟧", "SessionToken": "⟦IQoJb3JpZ2luX2Vj${b64(d.bytes(240))}⟧", "Expiration": "2026-01-0${1 + d.below(9)}T10:00:00Z"}}`,
    ),
  'google keys': (d) =>
    plant(
      d.pick([
        `apiKey: "⟦AIza${d.from(URL_SAFE, 35)}⟧",`,
        `"client_secret": "⟦GOCSPX-${d.from(URL_SAFE, 28)}⟧"`,
        `refresh_token: ⟦1//0${d.digits(1)}${d.from(URL_SAFE, 60)}⟧`,
        `$ gcloud auth print-access-token\n⟦ya29.a0${d.from(URL_SAFE, 180)}⟧`,
      ]),
    ),
  'azure keys': (d) =>
    plant(
      d.pick([
        `DefaultEndpointsProtocol=https;AccountName=${d.word()};AccountKey=⟦${b64(d.bytes(64))}⟧;EndpointSuffix=core.windows.net`,
        `AZURE_CLIENT_SECRET=⟦${d.alnum(3)}8Q~${d.from(`${URL_SAFE}.~`, 34)}⟧`,
        `https://${d.word()}.blob.core.windows.net/c/f.zip?sv=2023-11-03&st=2026-01-01&se=2026-02-01&sr=b&sp=r&sig=⟦${encodeURIComponent(b64(d.bytes(32)))}⟧`,
        `az login --service-principal -u ${d.uuid()} -p ⟦${d.from(URL_SAFE, 34)}⟧ --tenant ${d.uuid()}`,
        `SharedAccessSignature sr=${d.word()}.azure-devices.net&sig=⟦${encodeURIComponent(b64(d.bytes(32)))}⟧&se=17${d.digits(8)}`,
      ]),
    ),
  'cloud vendor token': vendors(CLOUD),
  'ai vendor token': vendors(AI),
  'payment token': vendors(PAYMENT),
  'mail and chat token': vendors(MAIL),
  'developer service token': vendors(DEVELOPER),
  'one-time password seed': (d) =>
    plant(
      d.pick([
        `otpauth://totp/${d.word()}:${d.person()}?secret=⟦${d.from(BASE32, 32)}⟧&issuer=${d.word()}`,
        `Scan the code or enter this key by hand: ⟦${(d.from(BASE32, 32).match(/.{4}/gu) as string[]).join(' ')}⟧`,
        `oathtool --totp -b ⟦${d.from(BASE32, 26)}⟧`,
        `TOTP secret: ⟦${d.from(BASE32, 16)}⟧`,
      ]),
    ),
  'recovery codes': (d) => {
    const one = d.pick([
      () => `${d.hex(5)}-${d.hex(5)}`,
      () => `${d.digits(4)} ${d.digits(4)}`,
      () => d.from('abcdefghijklmnopqrstuvwxyz0123456789', 10),
      () => `${d.alnum(4).toUpperCase()}-${d.alnum(4).toUpperCase()}`,
    ]);
    return plant(
      `${d.pick(['Recovery codes', 'Your backup codes', 'Save these two-factor recovery codes'])}:\n${Array.from({ length: 5 }, () => `  ⟦${one()}⟧`).join('\n')}\n`,
    );
  },
  'rails master key file': (d) => plant(`$ cat config/${d.pick(['master.key', 'credentials/production.key'])}\n⟦${d.hex(32)}⟧\n`),
  'password file read': (d) =>
    plant(`$ cat ${d.pick(['/run/secrets/db_password', '.vault_pass', '/etc/mail/smtp_password', 'secrets/api_token.txt'])}\n⟦${d.plainPassword()}⟧\n`),
  'package index credentials': (d) =>
    plant(
      d.pick([
        `[global]\nindex-url = https://ci:⟦${d.plainPassword()}⟧@${d.host()}/simple`,
        `[http-basic.private]\nusername = "ci"\npassword = "⟦${d.plainPassword()}⟧"`,
        `<server><id>nexus</id><username>ci</username><password>⟦${d.plainPassword()}⟧</password></server>`,
        `<add key="ClearTextPassword" value="⟦${d.plainPassword()}⟧" />`,
        `mavenPassword=⟦${d.plainPassword()}⟧`,
        `bundle config set gems.${d.host()} ci:⟦${d.plainPassword()}⟧`,
      ]),
    ),
  'wifi and vpn': (d) =>
    plant(
      d.pick([
        `network={\n  ssid="${d.word()}"\n  psk="⟦${d.plainPassword()}⟧"\n}`,
        `[Interface]\nPrivateKey = ⟦${b64(d.bytes(32))}⟧\nAddress = 10.0.0.2/32`,
        `PresharedKey = ⟦${b64(d.bytes(32))}⟧`,
        `nmcli dev wifi connect ${d.word()} password ⟦${d.plainPassword()}⟧`,
      ]),
    ),
  'wallet keys': (d) =>
    plant(
      d.pick([
        `PRIVATE_KEY=⟦0x${d.hex(64)}⟧`,
        `mnemonic: "⟦${Array.from({ length: 12 }, () => d.word()).join(' ')}⟧"`,
        `Private key (hex): ⟦${d.hex(64)}⟧`,
        `seed phrase: ⟦${Array.from({ length: 12 }, () => d.word()).join(' ')}⟧`,
      ]),
    ),
  'password hash': (d) =>
    plant(
      d.pick([
        `${d.person()}:⟦$2y$10$${d.from(`${ALNUM}./`, 53)}⟧`,
        `root:⟦$6$${d.alnum(16)}$${d.from(`${ALNUM}./`, 86)}⟧:19700:0:99999:7:::`,
        `password_hash | ⟦$argon2id$v=19$m=65536,t=3,p=4$${b64url(d.bytes(16))}$${b64url(d.bytes(32))}⟧`,
        `${d.person()}:⟦$apr1$${d.alnum(8)}$${d.from(`${ALNUM}./`, 22)}⟧`,
      ]),
    ),
  'login response': (d) =>
    plant(
      `{"${d.pick(['access_token', 'accessToken', 'id_token', 'token', 'sessionToken', 'refresh_token', 'apiKey', 'jwt'])}":"⟦${d.pick([jwt(d), d.from(URL_SAFE, 48), d.hex(40), d.uuid()])}⟧","token_type":"Bearer","expires_in":3600}`,
    ),
  'reset or invite link': (d) =>
    plant(
      `The mail said: https://${d.host()}/${d.pick(['reset-password?token=', 'password/reset/', 'invite?code=', 'magic-link?t=', 'verify?key=', 'users/confirmation?confirmation_token='])}⟦${d.pick([d.hex(40), d.from(URL_SAFE, 32), d.alnum(24)])}⟧`,
    ),
  'secret in url query': (d) =>
    plant(
      `GET https://${d.host()}/v2/list?page=2&${d.pick(['access_token', 'api_key', 'apikey', 'token', 'key', 'auth', 'client_secret', 'password', 'X-Amz-Signature', 'sig', 'signature', 'code', 'appid', 'private_token'])}=⟦${d.pick([d.hex(32), d.from(URL_SAFE, 30), d.hex(64)])}⟧&limit=50 200 12ms`,
    ),
};
