/** Secrets on command lines, of POSIX shells and of Windows. */
import { BASE62, HEX } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawPlainPassword } from './draw-password.ts';
import { plantSecret } from './plant-secret.ts';

export const SHELL_COMMANDS: readonly SecretKind[] = [
  {
    name: 'password as an option of a command',
    plant: (random) => {
      const password = drawPlainPassword(random);
      const user = drawUser(random);
      const host = drawHost(random);
      return plantSecret(
        password,
        random.pick([
          `mysqldump -h ${host} -u ${user} -p${password} app > dump.sql`,
          `mongosh --host ${host} --username ${user} --password ${password} --eval 'db.stats()'`,
          `redis-cli -h ${host} -a ${password} ping`,
          `docker login registry.${drawTeam(random)}.test -u ${user} -p ${password}`,
          `sshpass -p '${password}' ssh ${user}@${host} uptime`,
          `ldapsearch -x -H ldap://${host} -D "cn=admin,dc=ledger" -w ${password} "(uid=*)"`,
          `helm upgrade --install pg bitnami/postgresql --set auth.postgresPassword=${password} --wait`,
          `keytool -importkeystore -srckeystore app.p12 -storepass ${password} -noprompt`,
          `openssl pkcs12 -in cert.p12 -passin pass:${password} -nodes`,
          `sqlcmd -S ${host} -U sa -P '${password}' -Q "SELECT @@VERSION"`,
          `htpasswd -cbB .htpasswd ${user} ${password}`,
          `gpg --batch --passphrase "${password}" -d secrets.tar.gpg`,
          `zip -P ${password} -r backup.zip data/`,
        ]),
      );
    },
  },
  {
    name: 'password piped into a command',
    plant: (random) => {
      const password = drawHumanPassword(random, '!_-');
      const user = drawUser(random);
      return plantSecret(
        password,
        random.pick([
          `echo '${password}' | sudo -S systemctl restart nginx`,
          `echo "${user}:${password}" | chpasswd`,
          `printf '%s' '${password}' | docker login --username ${user} --password-stdin`,
          `sudo -S apt-get install -y jq <<< '${password}'`,
          `kinit ${user}@LEDGER.CORP <<EOF\n${password}\nEOF`,
          `expect -c 'spawn ssh ${user}@${drawHost(random)}; expect "assword:"; send "${password}\\r"; interact'`,
        ]),
      );
    },
  },
  {
    name: 'password typed at a prompt',
    plant: (random) => {
      const password = drawHumanPassword(random);
      return plantSecret(
        password,
        random.pick([
          `$ ./manage.py createsuperuser\nUsername: ${drawUser(random)}\nPassword: ${password}\nSuperuser created successfully.`,
          `${drawUser(random)}@${drawHost(random)}'s password: ${password}\nPermission denied, please try again.`,
          `Enter passphrase for key '/root/.ssh/id_ed25519': ${password}\nIdentity added`,
          `Enter new UNIX password: ${password}\npasswd: password updated successfully`,
        ]),
      );
    },
  },
  {
    name: 'credentials of curl',
    plant: (random) => {
      const secret = random.pick([() => drawPlainPassword(random), () => random.draw(HEX, 32), () => random.draw(BASE62, 40)])();
      const host = drawHost(random);
      return plantSecret(
        secret,
        random.pick([
          `curl -u ${drawUser(random)}:${secret} https://${host}/api/jobs`,
          `curl --user "${drawUser(random)}:${secret}" -X POST http://${host}/job/build`,
          `curl -s -X POST https://${host}/oauth/token -d grant_type=client_credentials -d client_id=web -d client_secret=${secret}`,
          `curl -H 'PRIVATE-TOKEN: ${secret}' https://${host}/api/v4/projects`,
          `curl -H "X-Vault-Token: ${secret}" https://${host}/v1/secret/data/app`,
          `curl 'https://${host}/api/login' --data-raw '{"email":"a@ledger.test","password":"${secret}"}' --compressed`,
          `curl "https://${host}/data?lat=1&appid=${secret}&access_token=${secret}"`,
          `http POST ${host}/login username=admin password=${secret}`,
          `curl -H "Authorization: Token ${secret}" https://${host}/api/users/`,
          `curl -b "sessionid=${secret}" https://${host}/admin/`,
        ]),
      );
    },
  },
  {
    name: 'powershell and cmd',
    plant: (random) => {
      const password = drawHumanPassword(random, '!#*');
      const user = drawUser(random);
      return plantSecret(
        password,
        random.pick([
          `PS C:\\app> $env:DB_PASSWORD = "${password}"`,
          `$cred = New-Object PSCredential("${user}", (ConvertTo-SecureString "${password}" -AsPlainText -Force))`,
          `C:\\> net use Z: \\\\${drawHost(random)}\\share /user:LEDGER\\${user} ${password}`,
          `C:\\> set API_SECRET=${password}&& node server.js`,
          `setx SONAR_PASSWORD "${password}" /M`,
          `net user ${user} ${password} /add`,
          `cmdkey /generic:${drawHost(random)} /user:${user} /pass:${password}`,
          `psexec \\\\${drawHost(random)} -u ${user} -p ${password} cmd`,
          `Invoke-Sqlcmd -ServerInstance ${drawHost(random)} -Username ${user} -Password '${password}' -Query 'select 1'`,
          `$password = '${password}'\r\n$user = '${user}'\r\n`,
        ]),
      );
    },
  },
  {
    name: 'user made in a database shell',
    plant: (random) => {
      const password = drawHumanPassword(random, '!#*');
      const user = drawUser(random);
      return plantSecret(
        password,
        random.pick([
          `CREATE USER ${user} WITH PASSWORD '${password}';`,
          `CREATE USER '${user}'@'%' IDENTIFIED BY '${password}';\nGRANT ALL ON app.* TO '${user}'@'%';`,
          `psql -c "ALTER ROLE ${user} PASSWORD '${password}'"`,
          `db.createUser({ user: "${user}", pwd: "${password}", roles: ["readWrite"] })`,
          `ERROR 1064 (42000) at line 3: near 'IDENTIFIED WITH mysql_native_password BY "${password}"'`,
          `SET PASSWORD FOR '${user}'@'localhost' = PASSWORD('${password}');`,
          `CREATE LOGIN ${user} WITH PASSWORD = N'${password}', CHECK_POLICY = OFF;`,
          `ACL SETUSER ${user} on >${password} ~* +@all`,
        ]),
      );
    },
  },
];
