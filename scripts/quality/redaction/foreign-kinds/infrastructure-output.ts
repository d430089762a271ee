/** Secrets in what containers, clusters, provisioning tools and build services print. */
import { BASE36, BASE62, BASE64, HEX } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawHost, drawLogTime, drawTeam, drawUser } from './draw-names.ts';
import { drawHumanPassword, drawMachinePassword, drawPlainPassword } from './draw-password.ts';
import { drawWebToken } from './draw-web-token.ts';
import { plantSecret } from './plant-secret.ts';

export const INFRASTRUCTURE_OUTPUT: readonly SecretKind[] = [
  {
    name: 'kubernetes secret, base64',
    plant: (random) => {
      const encoded = Buffer.from(drawMachinePassword(random)).toString('base64');
      return plantSecret(
        encoded,
        random.pick([
          `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${drawTeam(random)}-db\ntype: Opaque\ndata:\n  username: YWRtaW4=\n  password: ${encoded}\n`,
          `{"apiVersion":"v1","data":{"POSTGRES_PASSWORD":"${encoded}"},"kind":"Secret","metadata":{"name":"${drawTeam(random)}"}}`,
          `$ kubectl get secret db -o jsonpath='{.data.password}'\n${encoded}`,
          `$ kubectl get secret db -o jsonpath='{.data}'\n{"password":"${encoded}","username":"YWRtaW4="}`,
        ]),
      );
    },
  },
  {
    name: 'secret decoded on the command line',
    plant: (random) => {
      const password = drawMachinePassword(random);
      return plantSecret(
        password,
        random.pick([
          `$ kubectl get secret db -o jsonpath='{.data.password}' | base64 -d\n${password}`,
          `$ aws secretsmanager get-secret-value --secret-id db --query SecretString --output text\n${password}`,
          `$ vault kv get -field=password secret/db\n${password}`,
          `$ pass show work/db\n${password}`,
          `$ op read op://prod/db/password\n${password}`,
        ]),
      );
    },
  },
  {
    name: 'cluster access file',
    plant: (random) => {
      const { token, secret } = drawWebToken(random);
      const password = drawPlainPassword(random);
      return random.pick([
        () => plantSecret(secret, `users:\n- name: ${drawUser(random)}\n  user:\n    token: ${token}\ncontexts: []`),
        () => plantSecret(password, `users:\n- name: ${drawUser(random)}\n  user:\n    username: admin\n    password: ${password}`),
        () => plantSecret(secret, `kubectl --token=${token} get pods -A`),
      ])();
    },
  },
  {
    name: 'cluster join token',
    plant: (random) => {
      const token = `${random.draw(BASE36, 6)}.${random.draw(BASE36, 16)}`;
      const swarm = `SWMTKN-1-${random.draw(BASE36, 50)}-${random.draw(BASE36, 25)}`;
      const node = `K10${random.draw(HEX, 64)}::server:${random.draw(HEX, 32)}`;
      return random.pick([
        () =>
          plantSecret(token, `kubeadm join ${drawHost(random)}:6443 --token ${token} \\\n    --discovery-token-ca-cert-hash sha256:${random.draw(HEX, 64)}`),
        () =>
          plantSecret(swarm, `To add a worker to this swarm, run the following command:\n\n    docker swarm join --token ${swarm} ${drawHost(random)}:2377`),
        () => plantSecret(node, `$ cat /var/lib/rancher/k3s/server/node-token\n${node}`),
      ])();
    },
  },
  {
    name: 'docker inspect and compose output',
    plant: (random) => {
      const password = drawPlainPassword(random);
      return plantSecret(
        password,
        random.pick([
          `            "Env": [\n                "POSTGRES_PASSWORD=${password}",\n                "PATH=/usr/local/bin"\n            ],`,
          `$ docker run -d --name db -e MYSQL_ROOT_PASSWORD=${password} -p 3306:3306 mysql:8`,
          `services:\n  db:\n    image: postgres:16\n    environment:\n      POSTGRES_USER: ${drawUser(random)}\n      POSTGRES_PASSWORD: ${password}\n`,
          `db-1  | GENERATED ROOT PASSWORD: ${password}\ndb-1  | ready for connections`,
          `docker build --build-arg NPM_PASSWORD=${password} -t app .`,
          `["RABBITMQ_DEFAULT_USER=${drawUser(random)}","RABBITMQ_DEFAULT_PASS=${password}"]`,
        ]),
      );
    },
  },
  {
    name: 'terraform variables, plan and state',
    plant: (random) => {
      const password = drawMachinePassword(random, '!*-_');
      return plantSecret(
        password,
        random.pick([
          `db_username = "${drawUser(random)}"\ndb_password = "${password}"\n`,
          `  ~ resource "aws_db_instance" "main" {\n      ~ password = "${drawTeam(random)}" -> "${password}"\n    }`,
          `{"type":"random_password","name":"db","instances":[{"attributes":{"bcrypt_hash":null,"length":24,"result":"${password}","special":true}}]}`,
          `$ terraform output -json\n{"db_password":{"sensitive":true,"type":"string","value":"${password}"}}`,
          `terraform apply -var 'master_password=${password}' -auto-approve`,
          `Outputs:\n\nadmin_password = "${password}"\nendpoint = "${drawHost(random)}"`,
        ]),
      );
    },
  },
  {
    name: 'ansible inventory and task output',
    plant: (random) => {
      const password = drawHumanPassword(random, '!_-');
      return plantSecret(
        password,
        random.pick([
          `[web]\n${drawHost(random)} ansible_user=${drawUser(random)} ansible_ssh_pass=${password} ansible_become_pass=${password}`,
          `changed: [${drawHost(random)}] => {"changed": true, "cmd": "mysqladmin -u root password '${password}'", "rc": 0}`,
          `- name: create user\n  community.mysql.mysql_user:\n    name: ${drawUser(random)}\n    password: ${password}\n    priv: '*.*:ALL'`,
          `ansible-playbook site.yml -e "db_pass=${password}"`,
          `ok: [db] => {\n    "vault_admin_password": "${password}"\n}`,
        ]),
      );
    },
  },
  {
    name: 'password a tool makes and prints once',
    plant: (random) => {
      const password = random.draw(BASE62, random.between(12, 24));
      return plantSecret(
        password,
        random.pick([
          `Password for the elastic user (reset with \`bin/elasticsearch-reset-password -u elastic\`):\n  ${password}`,
          `*************************************************************\nJenkins initial setup is required. Please use the following password to proceed to installation:\n\n${password}\n\nThis may also be found at: /var/jenkins_home/secrets/initialAdminPassword`,
          `A temporary password is generated for root@localhost: ${password}`,
          `Using generated security password: ${password}`,
          `Created superuser ${drawUser(random)} with password ${password}`,
          `New password: ${password}\nStore it now, it will not be shown again.`,
          `$ argocd admin initial-password -n argocd\n${password}\n\n This password must be only used for first time login.`,
        ]),
      );
    },
  },
  {
    name: 'build log that echoes a secret',
    plant: (random) => {
      const secret = random.draw(BASE62, random.between(24, 48));
      return plantSecret(
        secret,
        random.pick([
          `${drawLogTime(random)} ##[group]Run ./deploy.sh\n${drawLogTime(random)} env:\n${drawLogTime(random)}   DEPLOY_SECRET: ${secret}`,
          `\u001b[0Ksection_start:1760000000:step_script\r\n$ echo $CI_JOB_TOKEN\n${secret}\nJob succeeded`,
          `+ curl -H 'Authorization: Bearer ${secret}' https://${drawHost(random)}/deploy`,
          `Step 4/9 : ARG AUTH_TOKEN=${secret}\n ---> Running in ${random.draw(HEX, 12)}`,
          `[Pipeline] sh\n+ mvn deploy -Dregistry.password=${secret} -B`,
          `DEBUG: headers={'x-auth-token': '${secret}', 'accept': '*/*'}`,
        ]),
      );
    },
  },
  {
    name: 'wifi and vpn shared keys',
    plant: (random) => {
      const key = random.pick([() => drawHumanPassword(random, '!_'), () => random.draw(BASE64, 43)])();
      return plantSecret(
        key,
        random.pick([
          `network={\n  ssid="Ledger"\n  psk="${key}"\n}`,
          `nmcli dev wifi connect Ledger password '${key}'`,
          `${drawHost(random)} %any : PSK "${key}"`,
          `[wifi-security]\nkey-mgmt=wpa-psk\npsk=${key}`,
        ]),
      );
    },
  },
];
