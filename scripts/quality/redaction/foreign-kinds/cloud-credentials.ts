/** Credentials of clouds and of the tools that run things there. */
import { BASE32, BASE36, BASE62, BASE64, BASE64URL, drawUuid, HEX, UPPER36, type Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { createNamedKind, createTokenKind } from './create-token-kind.ts';
import { drawLogTime, drawTeam } from './draw-names.ts';
import { plantSecret, plantSecrets } from './plant-secret.ts';

const drawAwsSecret = (random: Random): string => random.draw(BASE64, 40);
const drawAwsId = (random: Random, prefix: string): string => prefix + random.draw(BASE32, 16);

export const CLOUD_CREDENTIALS: readonly SecretKind[] = [
  {
    name: 'aws secret key beside its id',
    plant: (random) => {
      const id = drawAwsId(random, 'AKIA');
      const secret = drawAwsSecret(random);
      return plantSecrets(
        [id, secret],
        [
          random.pick([
            `$ cat ~/.aws/credentials\n[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n\n[${drawTeam(random)}]\nrole_arn = arn:aws:iam::${random.draw('0123456789', 12)}:role/admin`,
            `AWS Access Key ID [None]: ${id}\nAWS Secret Access Key [None]: ${secret}\nDefault region name [None]: eu-central-1`,
            `User name,Password,Access key ID,Secret access key,Console login link\n${drawTeam(random)},,${id},${secret},https://console.aws.amazon.com/console`,
            `boto3.client("s3", aws_access_key_id="${id}", aws_secret_access_key="${secret}", region_name="us-east-1")`,
            `rclone config create ${drawTeam(random)} s3 provider=AWS access_key_id=${id} secret_access_key=${secret}`,
            `{"AccessKey":{"UserName":"${drawTeam(random)}","AccessKeyId":"${id}","Status":"Active","SecretAccessKey":"${secret}","CreateDate":"${drawLogTime(random)}"}}`,
            `my keys are ${id} / ${secret} , region is us-west-2`,
          ]),
        ],
      );
    },
  },
  {
    name: 'aws temporary credentials',
    plant: (random) => {
      const id = drawAwsId(random, 'ASIA');
      const secret = drawAwsSecret(random);
      const session = `IQoJb3JpZ2luX2Vj${random.draw(BASE64, random.between(300, 600))}==`;
      return plantSecrets(
        [id, secret, session],
        [
          random.pick([
            `{\n    "Credentials": {\n        "AccessKeyId": "${id}",\n        "SecretAccessKey": "${secret}",\n        "SessionToken": "${session}",\n        "Expiration": "${drawLogTime(random)}"\n    }\n}`,
            `export AWS_ACCESS_KEY_ID="${id}"\nexport AWS_SECRET_ACCESS_KEY="${secret}"\nexport AWS_SESSION_TOKEN="${session}"`,
            `$Env:AWS_ACCESS_KEY_ID="${id}"\r\n$Env:AWS_SECRET_ACCESS_KEY="${secret}"\r\n$Env:AWS_SESSION_TOKEN="${session}"\r\n`,
          ]),
        ],
      );
    },
  },
  {
    name: 'azure storage account key',
    plant: (random) => {
      const key = random.bytes(64).toString('base64');
      const account = `st${drawTeam(random)}${random.between(1, 99)}`;
      return plantSecret(
        key,
        random.pick([
          `AZURE_STORAGE_CONNECTION_STRING="DefaultEndpointsProtocol=https;AccountName=${account};AccountKey=${key};EndpointSuffix=core.windows.net"`,
          `az storage blob list --account-name ${account} --container-name logs --account-key ${key}`,
          `[\n  {\n    "keyName": "key1",\n    "permissions": "FULL",\n    "value": "${key}"\n  }\n]`,
          `Endpoint=sb://${account}.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=${key}`,
        ]),
      );
    },
  },
  {
    name: 'azure application secret',
    plant: (random) => {
      const secret = `${random.draw(BASE62, 3)}8Q~${random.draw(`${BASE64URL}.~`, 34)}`;
      const tenant = drawUuid(random);
      return plantSecret(
        secret,
        random.pick([
          `az login --service-principal -u ${drawUuid(random)} -p ${secret} --tenant ${tenant}`,
          `{\n  "appId": "${drawUuid(random)}",\n  "displayName": "${drawTeam(random)}-deploy",\n  "password": "${secret}",\n  "tenant": "${tenant}"\n}`,
          `provider "azurerm" {\n  features {}\n  client_id     = "${drawUuid(random)}"\n  client_secret = "${secret}"\n  tenant_id     = "${tenant}"\n}`,
        ]),
      );
    },
  },
  {
    name: 'google sign-in: client secret, access and refresh token',
    plant: (random) => {
      const client = random.draw(BASE64URL, 28);
      const access = random.draw(BASE64URL, 150);
      const refresh = `0${random.draw(BASE64URL, 98)}`;
      return plantSecrets(
        [client, access, refresh],
        [
          `{"token": "ya29.${access}", "refresh_token": "1//${refresh}", "token_uri": "https://oauth2.googleapis.com/token", "client_id": "${random.draw('0123456789', 12)}-${random.draw(BASE36, 32)}.apps.googleusercontent.com", "client_secret": "GOCSPX-${client}", "expiry": "${drawLogTime(random)}"}`,
        ],
      );
    },
  },
  createTokenKind('gcloud access token', 'GOOGLE_OAUTH_ACCESS_TOKEN', 'ya29.', (random) => `a0A${random.draw(BASE64URL, random.between(140, 220))}`),
  createTokenKind('digitalocean token', 'DIGITALOCEAN_ACCESS_TOKEN', 'dop_v1_', (random) => random.draw(HEX, 64)),
  createTokenKind('databricks token', 'DATABRICKS_TOKEN', 'dapi', (random) => `${random.draw(HEX, 32)}${random.pick(['', '-2', '-3'])}`),
  createTokenKind('terraform cloud token', 'TF_TOKEN_app_terraform_io', '', (random) => `${random.draw(BASE62, 14)}.atlasv1.${random.draw(BASE62, 67)}`),
  createTokenKind('vault service token', 'VAULT_TOKEN', 'hvs.', (random) => `CAESI${random.draw(BASE64URL, 91)}`),
  createTokenKind('pulumi token', 'PULUMI_ACCESS_TOKEN', 'pul-', (random) => random.draw(HEX, 40)),
  createTokenKind('doppler token', 'DOPPLER_TOKEN', 'dp.st.prd.', (random) => random.draw(BASE62, 43)),
  createTokenKind('supabase access token', 'SUPABASE_ACCESS_TOKEN', 'sbp_', (random) => random.draw(HEX, 40)),
  createTokenKind('planetscale password', 'PLANETSCALE_PASSWORD', 'pscale_pw_', (random) => random.draw(BASE64URL, 43)),
  createTokenKind('fly token', 'FLY_API_TOKEN', 'fm2_', (random) => random.draw(BASE64, random.between(300, 500))),
  createTokenKind('tailscale auth key', 'TS_AUTHKEY', 'tskey-auth-', (random) => `k${random.draw(BASE62, 10)}CNTRL-${random.draw(BASE62, 32)}`),
  createTokenKind('1password service account token', 'OP_SERVICE_ACCOUNT_TOKEN', 'ops_', (random) => `eyJ${random.draw(BASE64URL, 700)}`),
  createTokenKind('age identity', 'SOPS_AGE_KEY', 'AGE-SECRET-KEY-1', (random) => random.draw('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)),
  createNamedKind('cloudflare token', ['CLOUDFLARE_API_TOKEN', 'CF_API_TOKEN'], (random) => random.draw(BASE64URL, 40)),
  createNamedKind('vercel token', ['VERCEL_TOKEN'], (random) => random.draw(BASE62, 24)),
  {
    name: 'vault unseal keys and root token',
    plant: (random) => {
      const keys = Array.from({ length: 3 }, () => random.bytes(33).toString('base64'));
      const root = random.draw(BASE62, 24);
      return plantSecrets(
        [...keys, root],
        [
          `$ vault operator init -key-shares=3\n${keys.map((key, index) => `Unseal Key ${index + 1}: ${key}`).join('\n')}\n\nInitial Root Token: hvs.${root}\n\nVault initialized with 3 key shares.`,
        ],
      );
    },
  },
  {
    name: 'okta token in its own scheme',
    plant: (random) => {
      const token = `00${random.draw(BASE64URL, 40)}`;
      return plantSecret(
        token,
        random.pick([
          `curl -H "Authorization: SSWS ${token}" https://${drawTeam(random)}.okta.com/api/v1/users?limit=5`,
          `> Accept: application/json\n> Authorization: SSWS ${token}\n< HTTP/1.1 403 Forbidden\n< x-okta-request-id: ${random.draw(UPPER36, 20)}`,
        ]),
      );
    },
  },
];
