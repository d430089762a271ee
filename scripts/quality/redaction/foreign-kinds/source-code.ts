/** Secrets written into source code, and what of it shows in stack traces and data dumps. */
import { BASE62, BASE64, HEX } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawPlainPassword } from './draw-password.ts';
import { plantSecret, plantSecrets } from './plant-secret.ts';

export const SOURCE_CODE: readonly SecretKind[] = [
  {
    name: 'password in code of several languages',
    plant: (random) => {
      const password = drawPlainPassword(random);
      const user = drawUser(random);
      return plantSecret(
        password,
        random.pick([
          `private static final String DB_PASSWORD = "${password}";`,
          `const DbPassword = "${password}" // TODO move to env`,
          `let password: &str = "${password}";`,
          `$dbPassword = '${password}';\n$pdo = new PDO($dsn, '${user}', $dbPassword);`,
          `PASSWORD = "${password}".freeze`,
          `var adminPassword = @"${password}";`,
          `conn = pymysql.connect(host="${drawHost(random)}", user="${user}", passwd="${password}", db="app")`,
          `val credentials = Credentials(username = "${user}", password = "${password}")`,
          `#define WIFI_PASSWORD "${password}"`,
          `config :app, App.Repo,\n  username: "${user}",\n  password: "${password}"`,
          `options(password := "${password}")`,
          `my %conf = ( password => '${password}', user => '${user}' );`,
        ]),
      );
    },
  },
  {
    name: 'secret as a positional argument',
    plant: (random) => {
      const secret = drawPlainPassword(random);
      const user = drawUser(random);
      return plantSecret(
        secret,
        random.pick([
          `requests.get(url, auth=("${user}", "${secret}"))`,
          `HTTPBasicAuth('${user}', '${secret}')`,
          `DriverManager.getConnection(url, "${user}", "${secret}")`,
          `req.SetBasicAuth("${user}", "${secret}")`,
          `server.login("${user}@ledger.test", "${secret}")`,
          `new NetworkCredential("${user}", "${secret}")`,
          `mysqli_connect("${drawHost(random)}", "${user}", "${secret}", "app")`,
          `ssh.connect("${drawHost(random)}", username="${user}", password="${secret}")`,
        ]),
      );
    },
  },
  {
    name: 'secret as a fallback value',
    plant: (random) => {
      const secret = random.draw(BASE62, random.between(20, 40));
      return plantSecret(
        secret,
        random.pick([
          `const secret = process.env.SESSION_SECRET || "${secret}";`,
          `token = os.getenv('API_TOKEN', '${secret}')`,
          `apiKey: process.env.API_KEY ?? '${secret}',`,
          `password: \${DB_PASSWORD:${secret}}`,
          `: "\${ADMIN_TOKEN:=${secret}}"`,
          `ENV.fetch("CLIENT_SECRET", "${secret}")`,
        ]),
      );
    },
  },
  {
    name: 'secret in pieces joined in code',
    plant: (random) => {
      const pieces = [random.draw(BASE62, 16), random.draw(BASE62, 16), random.draw(BASE62, 12)] as const;
      const [first, second, third] = pieces;
      return plantSecrets(pieces, [
        random.pick([
          `const apiKey = "${first}" + "${second}" + "${third}";`,
          `API_SECRET = ("${first}"\n              "${second}"\n              "${third}")`,
          `$token = '${first}' . '${second}' . '${third}';`,
          `String clientSecret = "${first}"\n    + "${second}"\n    + "${third}";`,
          `const accessToken = ["${first}", "${second}", "${third}"].join("");`,
        ]),
      ]);
    },
  },
  {
    name: 'secret in a stack trace or an object dump',
    plant: (random) => {
      const secret = drawHumanPassword(random, '!*_');
      const user = drawUser(random);
      return plantSecret(
        secret,
        random.pick([
          `Traceback (most recent call last):\n  File "/srv/app/db.py", line ${random.between(5, 90)}, in connect\n    return psycopg2.connect(user='${user}', password='${secret}')\npsycopg2.OperationalError: timeout expired`,
          `Config { host: "${drawHost(random)}", user: "${user}", password: "${secret}", port: 5432 }`,
          `#0 /srv/www/index.php(12): PDO->__construct('mysql:host=db', '${user}', '${secret}')\n#1 {main}`,
          `{\n  host: 'db',\n  user: '${user}',\n  password: '${secret}',\n  ssl: false\n}`,
          `&{Host:${drawHost(random)} User:${user} Password:${secret} Port:5432}`,
          `DataSourceProperties(url=jdbc:h2:mem, username=${user}, password=${secret})`,
          `array(2) {\n  ["user"]=>\n  string(5) "admin"\n  ["password"]=>\n  string(${secret.length}) "${secret}"\n}`,
          `namespace(user='${user}', password='${secret}', verbose=True)`,
          `E       AssertionError: assert {'password': '${secret}'} == {}`,
        ]),
      );
    },
  },
  {
    name: 'rows of a database dump',
    plant: (random) => {
      const hash = random.pick([
        `$2b$12$${random.draw(`${BASE62}./`, 53)}`,
        `$argon2id$v=19$m=65536,t=3,p=4$${random.draw(BASE64, 22)}$${random.draw(BASE64, 43)}`,
        `pbkdf2_sha256$600000$${random.draw(BASE62, 22)}$${random.bytes(32).toString('base64')}`,
        `$6$${random.draw(BASE62, 16)}$${random.draw(`${BASE62}./`, 86)}`,
      ]);
      return plantSecret(
        hash,
        random.pick([
          `INSERT INTO \`users\` VALUES (1,'a@ledger.test','${hash}','admin'),(2,'b@ledger.test',NULL,'user');`,
          `COPY public.users (id, email, encrypted_password) FROM stdin;\n1\ta@ledger.test\t${hash}\n\\.`,
          ` id |     email     | password_hash\n----+---------------+------\n  1 | a@ledger.test | ${hash}\n(1 row)`,
          `${drawUser(random)}:${hash}:19000:0:99999:7:::`,
        ]),
      );
    },
  },
  {
    name: 'plain secrets in rows of a database',
    plant: (random) => {
      const secret = random.draw(random.pick([HEX, BASE62]), random.between(32, 48));
      return plantSecret(
        secret,
        random.pick([
          ` id | name   | api_token\n----+--------+-----------\n  7 | ${drawTeam(random)} | ${secret}\n(1 row)`,
          `INSERT INTO oauth_clients (id, client_id, client_secret) VALUES (3, '${drawTeam(random)}', '${secret}');`,
          `*************************** 1. row ***************************\n           id: 1\n session_token: ${secret}\n      user_id: 12`,
          `id,email,access_token\n1,a@ledger.test,${secret}\n`,
          `UPDATE settings SET value = '${secret}' WHERE name = 'smtp_password';`,
        ]),
      );
    },
  },
];
