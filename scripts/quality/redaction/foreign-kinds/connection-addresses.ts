/** Passwords inside addresses and connection strings of databases, caches, queues and mail servers. */
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawMachinePassword, drawPlainPassword } from './draw-password.ts';
import { plantSecret } from './plant-secret.ts';

export const CONNECTION_ADDRESSES: readonly SecretKind[] = [
  {
    name: 'password in a database address',
    plant: (random) => {
      const password = drawPlainPassword(random);
      const scheme = random.pick(['postgres', 'postgresql+asyncpg', 'mysql', 'mongodb+srv', 'mariadb', 'clickhouse', 'mysql+pymysql', 'cockroachdb']);
      const address = `${scheme}://${drawUser(random)}:${password}@${drawHost(random)}:${random.pick([5432, 3306, 27017, 9000])}/${drawTeam(random)}`;
      return plantSecret(
        password,
        random.pick([
          `DATABASE_URL=${address}?sslmode=require`,
          `$ psql "${address}" -c 'select count(*) from users'\n count\n-------\n  ${random.between(1, 9000)}\n(1 row)`,
          `sqlalchemy.url = ${address}`,
          `Error: P1001: Can't reach database server\n  datasource db { url = "${address}" }`,
          `the prod one is ${address} but please only read from it`,
          `  db:\n    dsn: '${address}'\n    pool: 10`,
          `engine = create_engine("${address}", echo=True)`,
          `{"level":"info","msg":"connecting","dsn":"${address}"}`,
        ]),
      );
    },
  },
  {
    name: 'percent-encoded password in an address',
    plant: (random) => {
      const encoded = encodeURIComponent(`${drawMachinePassword(random, '@/:#?&%+=')}@`);
      return plantSecret(
        encoded,
        random.pick([
          `MONGO_URI="mongodb+srv://${drawUser(random)}:${encoded}@cluster0.${drawTeam(random)}.mongodb.net/?retryWrites=true&w=majority"`,
          `Uri.parse('postgres://${drawUser(random)}:${encoded}@${drawHost(random)}/app')`,
          `amqps://${drawUser(random)}:${encoded}@${drawHost(random)}:5671/%2Fprod`,
        ]),
      );
    },
  },
  {
    name: 'unescaped marks in the password of an address',
    plant: (random) => {
      const password = `${drawHumanPassword(random, '!$*')}@${random.between(10, 99)}#x`;
      return plantSecret(
        password,
        random.pick([
          `DATABASE_URL="postgresql://${drawUser(random)}:${password}@${drawHost(random)}:5432/app"`,
          `ValueError: invalid literal for int() with base 10 in 'mysql://${drawUser(random)}:${password}@${drawHost(random)}/app'`,
        ]),
      );
    },
  },
  {
    name: 'password without a user in an address',
    plant: (random) => {
      const password = drawPlainPassword(random);
      return plantSecret(
        password,
        random.pick([
          `REDIS_URL=redis://:${password}@${drawHost(random)}:6379/0`,
          `CELERY_BROKER_URL: "rediss://:${password}@${drawHost(random)}:6380/1"`,
          `redis.exceptions.ConnectionError: Error 111 connecting to redis://:${password}@${drawHost(random)}:6379. Connection refused.`,
        ]),
      );
    },
  },
  {
    name: 'password in an ado.net or odbc string',
    plant: (random) => {
      const password = drawHumanPassword(random, '!#$%*');
      const host = drawHost(random);
      return plantSecret(
        password,
        random.pick([
          `"DefaultConnection": "Server=tcp:${host},1433;Initial Catalog=${drawTeam(random)};User ID=${drawUser(random)};Password=${password};Encrypt=True;"`,
          `Driver={ODBC Driver 18 for SQL Server};Server=${host};Database=app;Uid=${drawUser(random)};Pwd=${password};`,
          `optionsBuilder.UseNpgsql("Host=${host};Database=app;Username=${drawUser(random)};Password=${password}");`,
          `<add name="Main" connectionString="Data Source=${host};User Id=${drawUser(random)};Password=${password};" providerName="System.Data.SqlClient" />`,
          `dbi:Pg:dbname=app;host=${host};user=app;password=${password}`,
        ]),
      );
    },
  },
  {
    name: 'password in a jdbc or libpq or go dsn',
    plant: (random) => {
      const password = drawPlainPassword(random);
      const user = drawUser(random);
      const host = drawHost(random);
      return plantSecret(
        password,
        random.pick([
          `jdbc:postgresql://${host}:5432/app?user=${user}&password=${password}&ssl=true`,
          `jdbc:oracle:thin:${user}/${password}@//${host}:1521/ORCLPDB1`,
          `db, err := sql.Open("mysql", "${user}:${password}@tcp(${host}:3306)/app?parseTime=true")`,
          `conn = psycopg2.connect("dbname=app user=${user} password=${password} host=${host}")`,
          `jdbc:sqlserver://${host}:1433;databaseName=app;user=${user};password=${password};trustServerCertificate=true`,
          `sqlplus ${user}/${password}@${host}:1521/XEPDB1 @migrate.sql`,
        ]),
      );
    },
  },
  {
    name: 'password in a mail, file or proxy address',
    plant: (random) => {
      const password = drawPlainPassword(random);
      const user = drawUser(random);
      const host = drawHost(random);
      return plantSecret(
        password,
        random.pick([
          `EMAIL_URL=smtp+tls://${user}:${password}@${host}:587`,
          `export https_proxy=http://${user}:${password}@${host}:3128`,
          `wget -q ftp://${user}:${password}@${host}/nightly/dump.tar.gz`,
          `npm config set proxy http://${user}:${password}@${host}:8080`,
          `mount -t cifs //${host}/share /mnt -o username=${user},password=${password},vers=3.0`,
          `smbclient //${host}/backup -U ${user}%${password} -c 'ls'`,
        ]),
      );
    },
  },
];
