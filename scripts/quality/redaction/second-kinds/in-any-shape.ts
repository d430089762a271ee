/** Secrets by the way they are written: prose, formats, languages, commands, encodings, pieces. */
import { ALNUM, URL_SAFE, type Draw } from './draw.ts';
import { b64, plant, type Marked } from './marked-text.ts';
import { AI, CLOUD, DEVELOPER, MAIL, PAYMENT, jwt } from './vendor-tokens.ts';

const KEYS = [
  'password',
  'db_password',
  'apiKey',
  'api_key',
  'secret',
  'client_secret',
  'auth_token',
  'smtp_password',
  'signingKey',
  'passphrase',
  'access_key',
  'adminPassword',
  'webhook_secret',
  'encryption_key',
  'private_token',
  'passwd',
  'db-pass',
  'bearerToken',
  'hmac_key',
  'licenseKey',
] as const;
const distinct = [...AI, ...PAYMENT, ...MAIL, ...DEVELOPER, ...CLOUD];
const token = (d: Draw): string => d.pick(distinct)[1](d);
const value = (d: Draw): string => d.pick([d.plainPassword, () => d.hex(32), () => d.from(URL_SAFE, 36), () => b64(d.bytes(24))])();
const PROSE_EN = [
  'the password is P',
  'The staging password is P, please log in and check the page.',
  'login with admin / P',
  'use P as the password',
  'My API key is P by the way',
  'password: P',
  'username demo and password P should work',
  "here's the token: P",
  'credentials are root:P',
  'I changed the db password to P.',
  'pw is P',
  'the passphrase for the key is "P"',
  'log in as qa with P as pass',
  'try `P` for the admin account password',
  'PIN/password = P',
  'the secret key you need is P',
  'set the root password to P and restart',
];
const PROSE_OTHER = [
  'Das Passwort lautet P',
  'Das Kennwort für den Testserver ist P.',
  'le mot de passe est P',
  'Mot de passe : P',
  'la contraseña es P',
  'La clave de acceso es P, pruébalo',
  'a senha é P',
  'senha: P',
  'la password è P',
  'hasło to P',
  'Hasło: P',
  'пароль: P',
  'Пароль от базы P',
  'パスワードは P です',
  'パスワード: P',
  '密码是 P',
  '密码：P',
  '비밀번호는 P 입니다',
  'het wachtwoord is P',
  'lösenordet är P',
  'şifre: P',
  'salasana on P',
  'heslo je P',
  'adgangskoden er P',
  'كلمة المرور هي P',
  'गुप्त पासवर्ड P है',
  'parola este P',
  'jelszó: P',
];
const inSource = (d: Draw): string =>
  d.pick([
    `password = "⟦${d.password().replaceAll('$', '!')}⟧"  # python`,
    `os.environ["DB_PASSWORD"] = '⟦${d.password()}⟧'`,
    `conn = psycopg2.connect(host="${d.host()}", user="app", password="⟦${d.plainPassword()}⟧")`,
    `const dbPassword = '⟦${d.plainPassword()}⟧';`,
    `  apiSecret := "⟦${d.alnum(32)}⟧"`,
    `var signingKey = []byte("⟦${d.plainPassword()}⟧")`,
    `private static final String API_KEY = "⟦${d.alnum(36)}⟧";`,
    `props.setProperty("password", "⟦${d.plainPassword()}⟧");`,
    `config.secret_key = '⟦${d.hex(64)}⟧'`,
    `let token = String::from("⟦${d.alnum(40)}⟧");`,
    `const SECRET: &str = "⟦${d.plainPassword()}⟧";`,
    `define('DB_PASSWORD', '⟦${d.password()}⟧');`,
    `$password = '⟦${d.plainPassword()}⟧';`,
    `'password' => '⟦${d.plainPassword()}⟧',`,
    `var client = new Client { ApiKey = "⟦${d.alnum(32)}⟧" };`,
    `private const string ConnectionPassword = "⟦${d.plainPassword()}⟧";`,
    `val apiToken = "⟦${d.alnum(28)}⟧"`,
    `config :app, secret_key_base: "⟦${d.alnum(64)}⟧"`,
    `let apiKey: String = "⟦${d.alnum(32)}⟧"`,
    `#define WIFI_PASSWORD "⟦${d.plainPassword()}⟧"`,
    `jwt.sign(payload, '⟦${d.plainPassword()}⟧', { expiresIn: '1h' })`,
    `createHmac('sha256', '⟦${d.plainPassword()}⟧')`,
    `client.login("${d.person()}", "⟦${d.plainPassword()}⟧")`,
    `headers = {"Authorization": f"Bearer ⟦${d.from(URL_SAFE, 40)}⟧"}`,
    `axios.defaults.headers.common['Authorization'] = 'Bearer ⟦${d.from(URL_SAFE, 36)}⟧';`,
    `my $passwd = q{⟦${d.plainPassword()}⟧};`,
    `(def api-key "⟦${d.alnum(32)}⟧")`,
    `Sys.setenv(API_TOKEN = "⟦${d.alnum(32)}⟧")`,
  ]);
const command = (d: Draw): string => {
  const p = `⟦${d.plainPassword()}⟧`;
  const h = d.host();
  const u = d.person();
  return d.pick([
    `mysql -h ${h} -u root -p${p} app < dump.sql`,
    `mysqldump --user=${u} --password=${p} app`,
    `PGPASSWORD=${p} psql -h ${h} -U ${u} -c '\\dt'`,
    `sshpass -p ${p} ssh ${u}@${h}`,
    `sshpass -p '${p}' scp a.tgz ${u}@${h}:`,
    `docker login ${h} -u ${u} -p ${p}`,
    `echo ${p} | docker login ${h} -u ${u} --password-stdin`,
    `redis-cli -h ${h} -a ${p} ping`,
    `openssl rsa -in k.pem -passin pass:${p}`,
    `htpasswd -bc .htpasswd ${u} ${p}`,
    `ldapsearch -x -D cn=admin -w ${p} -b dc=x`,
    `mongosh --host ${h} -u ${u} -p ${p}`,
    `mongosh ${h} --username ${u} --password '${p}'`,
    `ansible-playbook site.yml -e db_password=${p}`,
    `helm install app . --set auth.password=${p}`,
    `kubectl create secret generic db --from-literal=password=${p}`,
    `npm config set //${h}/:_authToken ${p}`,
    `gh secret set DEPLOY --body ${p}`,
    `curl -H "X-Api-Key: ${p}" https://${h}`,
    `wget --http-user=${u} --http-password=${p} https://${h}/f`,
    `unzip -P ${p} backup.zip`,
    `7z x -p${p} a.7z`,
    `keytool -list -keystore k.jks -storepass ${p}`,
    `az login -u ${u} -p ${p}`,
    `MYSQL_PWD=${p} mysqladmin status`,
    `zip -P ${p} out.zip f`,
    `echo '${u}:${p}' | chpasswd`,
    `snowsql -a acc -u ${u} --password ${p}`,
    `gpg --batch --passphrase ${p} -d f.gpg`,
    `rclone config create r s3 secret_access_key ${p}`,
    `wrangler secret put KEY <<< "${p}"`,
    `smbclient //${h}/x -U ${u}%${p}`,
    `docker build --build-arg NPM_TOKEN=${p} .`,
    `docker run -e POSTGRES_PASSWORD=${p} -d postgres:16`,
    `flask run --secret-key ${p}`,
    `heroku config:set API_SECRET=${p} -a app`,
    `fly secrets set JWT_SECRET=${p}`,
    `svn co --username ${u} --password ${p} svn://${h}`,
    `net use Z: \\\\${h}\\x /user:${u} ${p}`,
    `Invoke-Thing -Password "${p}" -Force`,
    `ConvertTo-SecureString "${p}" -AsPlainText -Force`,
    `setx API_KEY "${p}"`,
    `$env:API_TOKEN = "${p}"`,
    `set DB_PASS=${p}`,
  ]);
};

const percent = (text: string): string =>
  [...Buffer.from(text)]
    .map((b) => (/[A-Za-z0-9]/u.test(String.fromCharCode(b)) ? String.fromCharCode(b) : `%${b.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');

export const IN_ANY_SHAPE: Readonly<Record<string, Marked>> = {
  'prose, english': (d) => plant(d.pick(PROSE_EN).replace(/\bP\b/u, () => `⟦${d.pick([d.password, d.plainPassword, d.plainPassword])()}⟧`)),
  'prose, other languages': (d) => plant(d.pick(PROSE_OTHER).replace(/\bP\b/u, () => `⟦${d.plainPassword()}⟧`)),
  yaml: (d) =>
    plant(`database:\n  host: ${d.host()}\n  ${d.pick(KEYS)}: ${d.pick(['⟦V⟧', '"⟦V⟧"', "'⟦V⟧'", '>-\n    ⟦V⟧']).replace('V', value(d))}\n  pool: 5`),
  'compose and actions': (d) =>
    plant(
      d.pick([
        `    environment:\n      - POSTGRES_PASSWORD=⟦${d.plainPassword()}⟧\n      - TZ=UTC`,
        `    env:\n      DEPLOY_KEY: ⟦${d.alnum(40)}⟧`,
        `env:\n  - name: STRIPE_SECRET\n    value: "⟦${d.alnum(32)}⟧"`,
        `- name: DB_PASSWORD\n  value: ⟦${d.plainPassword()}⟧`,
        `ENV API_SECRET=⟦${d.plainPassword()}⟧`,
        `ENV API_SECRET ⟦${d.plainPassword()}⟧`,
        `ARG NPM_TOKEN=⟦${d.alnum(36)}⟧`,
      ]),
    ),
  toml: (d) => plant(`[credentials]\nuser = "${d.person()}"\n${d.pick(KEYS)} = ${d.pick(['"⟦V⟧"', "'⟦V⟧'", '"""⟦V⟧"""']).replace('V', value(d))}\nretries = 3`),
  ini: (d) => plant(`[mail]\nhost=${d.host()}\n${d.pick(KEYS)}${d.pick(['=', ' = ', ': '])}⟦${value(d)}⟧\n; end`),
  json: (d) => plant(JSON.stringify({ host: d.host(), [d.pick(KEYS)]: `⟦${value(d)}⟧`, port: d.below(9000) }, null, d.pick([0, 2]))),
  'json in json': (d) => plant(JSON.stringify({ ok: true, body: JSON.stringify({ user: d.person(), [d.pick(KEYS)]: `⟦${value(d)}⟧` }) })),
  'printed object': (d) =>
    plant(
      d.pick([
        `{ user: '${d.person()}', ${d.pick(['password', 'apiKey', 'token', 'secret'])}: '⟦${value(d)}⟧', port: 1 }`,
        `{'user': '${d.person()}', '${d.pick(KEYS)}': '⟦${value(d)}⟧'}`,
        `Config(user='${d.person()}', ${d.pick(['password', 'api_key', 'secret'])}='⟦${value(d)}⟧', retries=3)`,
        `&{User:${d.person()} Password:⟦${d.plainPassword()}⟧ Port:5432}`,
        `#<User id: 4, email: nil, encrypted_token: "⟦${value(d)}⟧">`,
        `Config { user: "${d.person()}", password: Some("⟦${value(d)}⟧") }`,
        `array(2) {\n  ["password"]=>\n  string(20) "⟦${value(d)}⟧"\n}`,
        `[password] => ⟦${d.plainPassword()}⟧`,
      ]),
    ),
  xml: (d) =>
    plant(
      d.pick([
        `<${'db'}><password>⟦${value(d)}⟧</password></db>`,
        `<user name="${d.person()}" password="⟦${d.plainPassword()}⟧"/>`,
        `<add key="ApiSecret" value="⟦${value(d)}⟧"/>`,
        `<property name="password" value="⟦${d.plainPassword()}⟧"/>`,
        `<key>apiKey</key>\n<string>⟦${value(d)}⟧</string>`,
        `<string name="api_secret">⟦${value(d)}⟧</string>`,
        `<entry key="smtp.password">⟦${value(d)}⟧</entry>`,
        `<password><![CDATA[⟦${value(d)}⟧]]></password>`,
      ]),
    ),
  properties: (d) =>
    plant(
      `${d.pick(['spring.datasource.password', 'quarkus.datasource.password', 'app.jwt.secret', 'sonar.login', 'signing.keyPassword', 'server.ssl.key-store-password', 'spring.mail.password', 'storePassword', 'aws.secretKey', 'hibernate.connection.password', 'ldap.bind.credentials'])}${d.pick(['=', ' = ', ': '])}⟦${value(d)}⟧`,
    ),
  'shell export': (d) =>
    plant(
      d.pick([
        `export ${d.pick(['DB_PASS', 'API_TOKEN', 'MY_SECRET', 'SIGNING_KEY', 'GPG_PASSPHRASE', 'CI_JOB_TOKEN', 'ACCESS_KEY'])}=${d.pick(['⟦V⟧', '"⟦V⟧"', "'⟦V⟧'"]).replace('V', value(d))}`,
        `set -x API_TOKEN ⟦${value(d)}⟧`,
        `declare -x DB_PASSWORD="⟦${value(d)}⟧"`,
        `+ export API_KEY=⟦${value(d)}⟧\n+ API_KEY=⟦${value(d)}⟧`.replaceAll(/⟦[^⟧]*⟧/gu, `⟦${value(d)}⟧`),
        `TOKEN=⟦${value(d)}⟧ ./deploy.sh`,
      ]),
    ),
  'command line': (d) => plant(`$ ${command(d)}`),
  'command in a shell tool': (d) => plant(JSON.stringify({ command: `cd /srv/app && ${command(d)}`, description: 'Run it' })),
  'percent-encoded': (d) =>
    plant(
      d.pick([
        `postgres://${d.person()}:⟦${percent(`${d.plainPassword()}@#${d.alnum(4)}`)}⟧@${d.host()}/db`,
        `https://${d.host()}/cb?client_secret=⟦${percent(`${d.alnum(12)}/+${d.alnum(12)}=`)}⟧&x=1`,
        `username=${d.person()}&password=⟦${percent(`${d.plainPassword()}!&`)}⟧&grant_type=password`,
        `redirect=https%3A%2F%2F${d.host()}%2F%3Ftoken%3D⟦${d.from(ALNUM, 32)}⟧%26x%3D1`,
      ]),
    ),
  'base64 of a secret': (d) =>
    plant(
      d.pick([
        `$ base64 .env\n⟦${b64(`DB_PASSWORD=${d.plainPassword()}\nAPI_KEY=${token(d)}\n`)}⟧`,
        `echo ⟦${b64(`${d.pick(['password', 'token', 'secret'])}=${d.plainPassword()}`)}⟧ | base64 -d`,
        `blob: ⟦${b64(token(d))}⟧`,
        `⟦${b64(JSON.stringify({ username: d.person(), password: d.plainPassword() }))}⟧`,
        `payload=⟦${b64(`postgres://${d.person()}:${d.plainPassword()}@${d.host()}/db`)}⟧`,
      ]),
    ),
  'split over lines': (d) => {
    const t = d.pick([() => d.pick(AI)[1](d), () => d.pick(DEVELOPER.slice(0, 4))[1](d), () => jwt(d)])();
    const at = Math.floor(t.length / 2);
    const [a, b] = [t.slice(0, at), t.slice(at)];
    return plant(
      d.pick([
        `TOKEN=⟦${a}⟧\\\n⟦${b}⟧`,
        `const key = '⟦${a}⟧' +\n  '⟦${b}⟧';`,
        `api_key = ("⟦${a}⟧"\n           "⟦${b}⟧")`,
        `curl -H "Authorization: Bearer ⟦${a}⟧\n⟦${b}⟧" https://${d.host()}`,
        `| token | ⟦${a}⟧ |\n|       | ⟦${b}⟧ |`,
      ]),
    );
  },
  'wrapped at a width': (d) => {
    const t = jwt(d);
    return plant(`Authorization: Bearer ${(t.match(/.{1,60}/gu) as string[]).map((l) => `⟦${l}⟧`).join('\n')}`);
  },
  'split over chunks': (d) => {
    const t = d.pick([() => d.pick(AI.slice(0, 8))[1](d), () => d.pick(DEVELOPER)[1](d), () => jwt(d), () => d.plainPassword() + d.alnum(8)])();
    const text = `loading settings\nAPI_TOKEN=${t}\nlistening on 8080\n`;
    const from = text.indexOf(t);
    const at = from + 3 + d.below(t.length - 6);
    return { texts: [text.slice(0, at), text.slice(at)], secrets: [t.slice(0, at - from), t.slice(at - from)] };
  },
  'diff lines': (d) =>
    plant(
      `--- a/config.yml\n+++ b/config.yml\n@@ -1,3 +1,3 @@\n host: ${d.host()}\n${d.pick([`-password: ⟦${d.plainPassword()}⟧\n+password: \${DB_PASSWORD}`, `+  api_key: "⟦${value(d)}⟧"`, `-const secret = '⟦${value(d)}⟧';\n+const secret = readSecret();`, `+DB_PASSWORD=⟦${d.plainPassword()}⟧`, `-export API_TOKEN=⟦${value(d)}⟧`])}\n port: 5432`,
    ),
  'numbered file view': (d) => plant(`     1\thost: ${d.host()}\n     2\t${d.pick(KEYS)}: ⟦${value(d)}⟧\n     3\tport: 5432`),
  'grep output': (d) => plant(`config/app.env:${1 + d.below(90)}:${d.pick(['DB_PASSWORD', 'API_KEY', 'JWT_SECRET'])}=⟦${value(d)}⟧\nsrc/a.ts:3:import x`),
  'source code': (d) => plant(inSource(d)),
  'sql statements': (d) =>
    plant(
      d.pick([
        `CREATE USER '${d.person()}'@'%' IDENTIFIED BY '⟦${d.plainPassword()}⟧';`,
        `ALTER ROLE app WITH LOGIN PASSWORD '⟦${d.plainPassword()}⟧';`,
        `CREATE LOGIN app WITH PASSWORD = '⟦${d.plainPassword()}⟧';`,
        `INSERT INTO users (name, password) VALUES ('${d.person()}', '⟦${d.plainPassword()}⟧');`,
        `SET PASSWORD FOR 'root'@'localhost' = PASSWORD('⟦${d.plainPassword()}⟧');`,
        `UPDATE settings SET api_key = '⟦${d.alnum(32)}⟧' WHERE id = 1;`,
      ]),
    ),
  tables: (d) =>
    plant(
      d.pick([
        `| user | password |\n|---|---|\n| ${d.person()} | ⟦${d.plainPassword()}⟧ |`,
        ` id | login | api_key\n----+-------+---------\n  1 | ${d.person()} | ⟦${d.alnum(32)}⟧\n(1 row)`,
        `name,login,password\nbank,${d.person()},⟦${d.plainPassword()}⟧`,
        `-[ RECORD 1 ]---\nlogin   | ${d.person()}\ntoken   | ⟦${d.alnum(32)}⟧`,
        `KEY            VALUE\nDB_PASSWORD    ⟦${d.plainPassword()}⟧`,
      ]),
    ),
  'terminal colours': (d) => plant(`\u001B[33m${d.pick(['token', 'password', 'API_KEY'])}\u001B[0m: \u001B[32m⟦${value(d)}⟧\u001B[0m`),
  'prompt and answer': (d) =>
    plant(
      d.pick([
        `Username: ${d.person()}\nPassword: ⟦${d.plainPassword()}⟧\nLogin ok`,
        `Enter passphrase for key: ⟦${d.plainPassword()}⟧`,
        `New password: ⟦${d.plainPassword()}⟧\nRetype new password: ⟦${d.plainPassword()}⟧`,
        `Generated admin password: ⟦${d.plainPassword()}⟧`,
        `Temporary password for root@localhost: ⟦${d.password()}⟧`,
        `Your new API key (shown once):\n\n    ⟦${d.alnum(40)}⟧\n`,
        `Root Token: ⟦hvs.${d.alnum(24)}⟧`,
        `Unseal Key 1: ⟦${b64(d.bytes(33))}⟧`,
      ]),
    ),
  'error messages': (d) =>
    plant(
      d.pick([
        `FATAL: could not connect with postgres://app:⟦${d.plainPassword()}⟧@${d.host()}/x: timeout`,
        `401 Unauthorized: Incorrect API key provided: ⟦sk-${d.alnum(48)}⟧. You can find it in your settings.`,
        `Error: request failed config={"headers":{"Authorization":"Bearer ⟦${d.from(URL_SAFE, 40)}⟧"}}`,
        `ValidationError: token '⟦${d.alnum(32)}⟧' has expired`,
        `fatal: Authentication failed for 'https://${d.person()}:⟦${d.alnum(24)}⟧@${d.host()}/r.git/'`,
        `auth: [ '${d.person()}', '⟦${d.plainPassword()}⟧' ]`,
      ]),
    ),
  'e-mail address': (d) => {
    const m = `⟦${d.person()}.${d.word()}${d.digits(2)}@${d.word()}${d.word()}.${d.pick(['io', 'org', 'co.uk', 'de'])}⟧`;
    return plant(d.pick([`Author: ${d.person()} <${m}>`, `ask ${m} about it`, `"email": "${m}"`, `Co-authored-by: X <${m}>`, `mailto:${m}`]));
  },
  'home path': (d) => {
    const p = `${d.person()}${d.word()}`;
    return plant(
      d.pick([
        `at run (/home/⟦${p}⟧/code/app/src/run.ts:4:2)`,
        `cd /Users/⟦${p}⟧/dev`,
        `C:\\Users\\⟦${p}⟧\\code\\x.cs(3)`,
        `"cwd":"C:\\\\Users\\\\⟦${p}⟧\\\\code"`,
        `file:///home/⟦${p}⟧/a.html`,
        `/mnt/c/Users/⟦${p}⟧/x`,
      ]),
    );
  },
};
