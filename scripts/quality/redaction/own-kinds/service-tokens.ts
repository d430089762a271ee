/** Tokens in their makers' forms, wherever they may stand. */
import { BASE32, BASE62, BASE64, BASE64URL, HEX, UPPER36, drawUuid, type Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { anywhere, aSetting } from '../surroundings.ts';

const token = (name: string, make: (random: Random) => string, setting?: string): SecretKind => ({
  name,
  plant: (random) => {
    const value = make(random);
    return { texts: [setting !== undefined && random.below(2) === 0 ? aSetting(random, setting, value) : anywhere(random, value)], secrets: [value] };
  },
});

/** Only what follows the public part of the address is secret. */
const webhook = (name: string, setting: string, start: string, make: (random: Random) => string): SecretKind => ({
  name,
  plant: (random) => {
    const value = make(random);
    return { texts: [random.below(2) === 0 ? aSetting(random, setting, start + value) : anywhere(random, start + value)], secrets: [value] };
  },
});

const base64urlJson = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
export const aGithubToken = (random: Random): string => `gh${random.pick(['p', 'o', 's', 'u', 'r'])}_${random.draw(BASE62, 36)}`;
export const aJwt = (random: Random): string =>
  `${base64urlJson({ alg: 'HS256', typ: 'JWT' })}.${base64urlJson({ sub: drawUuid(random), iat: 1_760_000_000 + random.below(9_000_000), role: 'admin' })}.${random.draw(BASE64URL, 43)}`;
export const aStripeKey = (random: Random): string => `sk_live_${random.draw(BASE62, random.pick([24, 99]))}`;

export const SERVICE_TOKENS: readonly SecretKind[] = [
  token('AWS access key id', (random) => random.pick(['AKIA', 'ASIA']) + random.draw(UPPER36, 16), 'AWS_ACCESS_KEY_ID'),
  token('GitHub token', aGithubToken, 'GITHUB_TOKEN'),
  token('GitHub fine-grained token', (random) => `github_pat_${random.draw(BASE62, 22)}_${random.draw(BASE62, 59)}`, 'GH_TOKEN'),
  token('GitLab token', (random) => `glpat-${random.draw(BASE64URL, 20)}`, 'GITLAB_TOKEN'),
  token(
    'Slack token',
    (random) => `xoxb-${random.between(100_000_000_000, 999_999_999_999)}-${random.between(100_000_000_000, 999_999_999_999)}-${random.draw(BASE62, 24)}`,
    'SLACK_BOT_TOKEN',
  ),
  token('Stripe key', aStripeKey, 'STRIPE_SECRET_KEY'),
  token('Google key', (random) => `AIza${random.draw(BASE64URL, 35)}`, 'GOOGLE_API_KEY'),
  token('OpenAI key', (random) => `sk-proj-${random.draw(BASE64URL, 74)}T3BlbkFJ${random.draw(BASE64URL, 74)}`, 'OPENAI_API_KEY'),
  token('Anthropic key', (random) => `sk-ant-api03-${random.draw(BASE64URL, 93)}AA`, 'ANTHROPIC_API_KEY'),
  token('Hugging Face token', (random) => `hf_${random.draw(BASE62, 34)}`, 'HF_TOKEN'),
  token('npm token', (random) => `npm_${random.draw(BASE62, 36)}`, 'NPM_TOKEN'),
  token('PyPI token', (random) => `pypi-AgEIcHlwaS5vcmc${random.draw(BASE64URL, 120)}`, 'TWINE_PASSWORD'),
  token('SendGrid key', (random) => `SG.${random.draw(BASE64URL, 22)}.${random.draw(BASE64URL, 43)}`, 'SENDGRID_API_KEY'),
  token('JSON web token', aJwt, 'SESSION_JWT'),
  token('Vault token', (random) => `hvs.${random.draw(BASE64URL, 95)}`, 'VAULT_TOKEN'),
  token('DigitalOcean token', (random) => `dop_v1_${random.draw(HEX, 64)}`, 'DIGITALOCEAN_TOKEN'),
  token('Azure client secret', (random) => `${random.draw(BASE62, 3)}8Q~${random.draw(BASE62, 34)}`, 'AZURE_CLIENT_SECRET'),
  token('Telegram bot token', (random) => `${random.between(100_000_000, 999_999_999)}:AA${random.draw(BASE64URL, 33)}`, 'TELEGRAM_BOT_TOKEN'),
  webhook(
    'Slack webhook',
    'SLACK_WEBHOOK_URL',
    'https://hooks.slack.com/services/',
    (random) => `T${random.draw(UPPER36, 8)}/B${random.draw(UPPER36, 10)}/${random.draw(BASE62, 24)}`,
  ),
  webhook(
    'Discord webhook',
    'DISCORD_WEBHOOK',
    'https://discord.com/api/webhooks/',
    (random) => `${random.between(10 ** 14, 10 ** 15)}/${random.draw(BASE64URL, 68)}`,
  ),
  token('otpauth address', (random) => `otpauth://totp/Acme:ops?secret=${random.draw(BASE32, 32)}&issuer=Acme`),
  {
    name: 'Azure storage connection string',
    plant: (random) => {
      const value = `${random.draw(BASE64, 86)}==`;
      return {
        texts: [
          aSetting(
            random,
            'AZURE_STORAGE_CONNECTION_STRING',
            `DefaultEndpointsProtocol=https;AccountName=files${random.below(99)};AccountKey=${value};EndpointSuffix=core.windows.net`,
          ),
        ],
        secrets: [value],
      };
    },
  },
];
