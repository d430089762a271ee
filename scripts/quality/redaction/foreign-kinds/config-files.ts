/** Passwords in files of configuration, as an agent's read or search tool shows them. */
import { BASE62, BASE64, HEX } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawMachinePassword, drawPlainPassword } from './draw-password.ts';
import { plantSecret } from './plant-secret.ts';

export const CONFIG_FILES: readonly SecretKind[] = [
  {
    name: 'password in yaml',
    plant: (random) => {
      const password = drawPlainPassword(random);
      return plantSecret(
        password,
        random.pick([
          `spring:\n  datasource:\n    url: jdbc:postgresql://${drawHost(random)}/app\n    username: ${drawUser(random)}\n    password: ${password}\n`,
          `production:\n  <<: *default\n  database: app_production\n  password: "${password}"\n`,
          `rabbitmq:\n  auth:\n    username: ${drawUser(random)}\n    password: '${password}'\n    erlangCookie: ""`,
          `accounts:\n  - name: ${drawUser(random)}\n    pass: ${password}  # ask ops before changing\n`,
          `    12\t  smtp:\n    13\t    host: ${drawHost(random)}\n    14\t    smtp_pass: ${password}\n`,
        ]),
      );
    },
  },
  {
    name: 'password in a yaml block scalar',
    plant: (random) => {
      const password = drawMachinePassword(random);
      return plantSecret(password, `stringData:\n  admin-password: ${random.pick(['|', '>-', '|-'])}\n    ${password}\n  admin-user: ${drawUser(random)}\n`);
    },
  },
  {
    name: 'password in json',
    plant: (random) => {
      const password = drawHumanPassword(random);
      return plantSecret(
        password,
        random.pick([
          `{"host":"${drawHost(random)}","port":5432,"user":"${drawUser(random)}","password":"${password}"}`,
          `{\n  "smtp": {\n    "auth": {\n      "user": "${drawUser(random)}",\n      "pass": "${password}"\n    }\n  }\n}`,
          `{"key": "DB_PASSWORD", "value": "${password}", "target": ["production"], "type": "encrypted"}`,
          `[{"name":"ADMIN_PASSWORD","value":"${password}"},{"name":"TZ","value":"UTC"}]`,
          `{"adminPassword": {"value": "${password}"}, "location": {"value": "westeurope"}}`,
        ]),
      );
    },
  },
  {
    name: 'password in toml, ini or properties',
    plant: (random) => {
      const password = drawPlainPassword(random);
      return plantSecret(
        password,
        random.pick([
          `[database]\nuser = "${drawUser(random)}"\npassword = "${password}"\npool = 5`,
          `[client]\nuser=${drawUser(random)}\npassword=${password}\nhost=${drawHost(random)}`,
          `spring.datasource.password=${password}\nspring.jpa.show-sql=true`,
          `; mail relay\nsmtp_user = ${drawUser(random)}\nsmtp_password = ${password}`,
          `signing.keyAlias=upload\nstorePassword=${password}\nstoreFile=upload.jks`,
          `requirepass ${password}\nmaxmemory 256mb`,
        ]),
      );
    },
  },
  {
    name: 'password in xml',
    plant: (random) => {
      const password = drawPlainPassword(random);
      return plantSecret(
        password,
        random.pick([
          `<bean id="ds" class="HikariDataSource">\n  <property name="username" value="${drawUser(random)}"/>\n  <property name="password" value="${password}"/>\n</bean>`,
          `<Resource name="jdbc/main" username="${drawUser(random)}" password="${password}" maxTotal="20"/>`,
          `<configuration><property><name>javax.jdo.option.ConnectionPassword</name><value>${password}</value></property></configuration>`,
          `<key>SMTPPassword</key>\n<string>${password}</string>`,
        ]),
      );
    },
  },
  {
    name: 'application signing secret',
    plant: (random) => {
      const secret = random.pick([
        () => random.draw(HEX, 64),
        () => random.bytes(32).toString('base64'),
        () => random.draw(`${BASE62}!@#$%^&*(-_=+)`, 50),
        () => random.draw(BASE62, 32),
      ])();
      return plantSecret(
        secret,
        random.pick([
          `SECRET_KEY = 'django-insecure-${secret}'`,
          `NEXTAUTH_SECRET="${secret}"`,
          `JWT_SECRET=${secret}\nJWT_EXPIRES_IN=7d`,
          `production:\n  secret_key_base: ${secret}`,
          `app.config["SECRET_KEY"] = "${secret}"`,
          `app.use(session({ secret: '${secret}', resave: false }))`,
          `ENCRYPTION_KEY='${secret}'`,
        ]),
      );
    },
  },
  {
    name: 'framework keys in their own forms',
    plant: (random) => {
      const key = random.bytes(32).toString('base64');
      const salt = random.draw(`${BASE64}!@#$%^&*()-_[]{}<>~|;:,.? `, 62);
      return random.pick([
        () => plantSecret(key, `APP_NAME=Ledger\nAPP_KEY=base64:${key}\nAPP_DEBUG=true`),
        () => plantSecret(salt, `define( 'AUTH_KEY',         'k${salt}k' );\ndefine( 'DB_CHARSET', 'utf8mb4' );`),
        () => plantSecret(key, `FERNET_KEY=${key}\nAIRFLOW__CORE__EXECUTOR=LocalExecutor`),
        () => plantSecret(key, `[Interface]\nPrivateKey = ${key}\nAddress = 10.8.0.2/24\n\n[Peer]\nEndpoint = ${drawHost(random)}:51820`),
      ])();
    },
  },
  {
    name: 'rails master key',
    plant: (random) => {
      const key = random.draw(HEX, 32);
      return plantSecret(
        key,
        random.pick([
          `$ cat config/master.key\n${key}`,
          `RAILS_MASTER_KEY=${key} bin/rails credentials:show`,
          `==> config/master.key <==\n${key}\n\n==> config/puma.rb <==\nworkers 2`,
        ]),
      );
    },
  },
  {
    name: 'env file with odd names',
    plant: (random) => {
      const value = random.draw(BASE62, random.between(16, 40));
      const name = random.pick([
        'PGPASSWORD',
        'MYSQL_ROOT_PASSWORD',
        'SMTP_PASS',
        'ADMIN_PW',
        'HMAC_KEY',
        'COOKIE_SIGNING_KEY',
        'PRIVATE_TOKEN',
        'DEPLOY_KEY_PASSPHRASE',
        'MINIO_SECRET',
        'KC_BOOTSTRAP_ADMIN_PASSWORD',
      ]);
      return plantSecret(
        value,
        random.pick([
          `# ${drawTeam(random)}\n${name} = ${value}   # from the vault\nPORT=8080`,
          `$ cat -A .env\nPORT=8080^M$\n${name}=${value}^M$\n`,
          `.env.production:${random.between(1, 40)}:${name}=${value}`,
          `$ diff .env .env.staging\n3c3\n< ${name}=${value}\n---\n> ${name}=`,
          `set -x\n+ export ${name}=${value}\n+ ${name}=${value}\n+ ./start.sh`,
          `declare -x ${name}="${value}"\ndeclare -x OLDPWD`,
          `ENV ${name}=${value}\nRUN ./build.sh`,
          `environment:\n  - ${name}=${value}\n  - TZ=UTC`,
        ]),
      );
    },
  },
];
