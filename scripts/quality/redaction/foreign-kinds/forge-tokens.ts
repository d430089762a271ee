/** Tokens of code forges, package registries and build services. */
import { BASE36, BASE62, BASE64URL, HEX, type Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { createTokenKind } from './create-token-kind.ts';
import { drawLogTime, drawTeam, drawUser } from './draw-names.ts';
import { plantSecret } from './plant-secret.ts';

const drawPersonal = (random: Random): string => random.draw(BASE62, 36);

export const FORGE_TOKENS: readonly SecretKind[] = [
  createTokenKind('github classic token', 'GITHUB_TOKEN', 'ghp_', drawPersonal),
  createTokenKind('github sign-in token', 'GH_TOKEN', 'gho_', drawPersonal),
  createTokenKind('github fine-grained token', 'GH_PAT', 'github_pat_', (random) => `${random.draw(BASE62, 22)}_${random.draw(BASE62, 59)}`),
  createTokenKind('gitlab personal token', 'GITLAB_TOKEN', 'glpat-', (random) => random.draw(BASE64URL, 20)),
  createTokenKind('gitlab runner and deploy tokens', 'CI_TOKEN', '', (random) => random.pick(['glrt-', 'gldt-', 'glptt-']) + random.draw(BASE64URL, 20)),
  createTokenKind('npm token', 'NPM_TOKEN', 'npm_', drawPersonal),
  createTokenKind('pypi token', 'TWINE_PASSWORD', 'pypi-', (random) => `AgEIcHlwaS5vcmc${random.draw(BASE64URL, 160)}`),
  createTokenKind('docker hub token', 'DOCKERHUB_TOKEN', 'dckr_pat_', (random) => random.draw(BASE64URL, 27)),
  createTokenKind('rubygems key', 'GEM_HOST_API_KEY', 'rubygems_', (random) => random.draw(HEX, 48)),
  createTokenKind('crates.io token', 'CARGO_REGISTRY_TOKEN', 'cio', (random) => random.draw(BASE62, 32)),
  createTokenKind('sonarqube token', 'SONAR_TOKEN', 'squ_', (random) => random.draw(HEX, 40)),
  createTokenKind('circleci token', 'CIRCLE_TOKEN', 'CCIPAT_', (random) => `${random.draw(BASE62, 22)}_${random.draw(HEX, 40)}`),
  createTokenKind('artifactory key', 'ARTIFACTORY_API_KEY', 'AKCp', (random) => random.draw(BASE62, 69)),
  {
    name: 'forge token in a remote',
    plant: (random) => {
      const token = random.pick([
        `ghs_${drawPersonal(random)}`,
        `glpat-${random.draw(BASE64URL, 20)}`,
        random.draw(HEX, 40),
        random.draw(BASE36, 52),
        `ATBB${random.draw(BASE62, 32)}`,
      ]);
      const user = random.pick(['x-access-token', 'oauth2', 'x-token-auth', drawUser(random)]);
      const address = `https://${user}:${token}@git.${drawTeam(random)}.test/platform/${drawTeam(random)}.git`;
      return plantSecret(
        token,
        random.pick([
          `$ git remote -v\norigin\t${address} (fetch)\norigin\t${address} (push)`,
          `fatal: unable to access '${address}/': The requested URL returned error: 403`,
          `[remote "origin"]\n\turl = ${address}\n\tfetch = +refs/heads/*:refs/remotes/origin/*`,
          `pip install "git+${address}@v2.1.0#egg=ledger"`,
          `Cloning into 'ledger'...\nremote: Invalid username or password.\nfatal: Authentication failed for '${address}'`,
        ]),
      );
    },
  },
  {
    name: 'registry credentials in their own files',
    plant: (random) => {
      const user = drawUser(random);
      const password = random.draw(BASE62, 20);
      const basic = Buffer.from(`${user}:${password}`).toString('base64');
      return random.pick([
        () => plantSecret(basic, `{\n\t"auths": {\n\t\t"registry.${drawTeam(random)}.test": {\n\t\t\t"auth": "${basic}"\n\t\t}\n\t},\n\t"credsStore": ""\n}`),
        () => plantSecret(basic, `registry=https://npm.${drawTeam(random)}.test/\n//npm.${drawTeam(random)}.test/:_auth=${basic}\nalways-auth=true`),
        () =>
          plantSecret(
            password,
            `[distutils]\nindex-servers = internal\n\n[internal]\nrepository = https://pypi.ledger.test\nusername = ${user}\npassword = ${password}`,
          ),
        () => plantSecret(password, `<server>\n  <id>releases</id>\n  <username>${user}</username>\n  <password>${password}</password>\n</server>`),
        () => plantSecret(password, `machine git.ledger.test\n  login ${user}\n  password ${password}\n`),
        () => plantSecret(password, `machine git.ledger.test login ${user} password ${password}`),
        () =>
          plantSecret(
            password,
            `<packageSourceCredentials>\n  <feed>\n    <add key="Username" value="${user}" />\n    <add key="ClearTextPassword" value="${password}" />\n  </feed>\n</packageSourceCredentials>`,
          ),
      ])();
    },
  },
  {
    name: 'basic header a checkout action leaves in git config',
    plant: (random) => {
      const basic = Buffer.from(`x-access-token:ghs_${drawPersonal(random)}`).toString('base64');
      return plantSecret(
        basic,
        random.pick([
          `[http "https://git.ledger.test/"]\n\textraheader = AUTHORIZATION: basic ${basic}`,
          `${drawLogTime(random)} [command]/usr/bin/git config --local http.https://git.ledger.test/.extraheader AUTHORIZATION: basic ${basic}`,
        ]),
      );
    },
  },
];
