/** Tokens of payment, mail, chat, monitoring and office services, in their published forms. */
import { BASE36, BASE62, BASE64URL, drawUuid, HEX, UPPER36 } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { createNamedKind, createTokenKind } from './create-token-kind.ts';

const DIGITS = '0123456789';

export const SERVICE_TOKENS: readonly SecretKind[] = [
  createTokenKind('stripe live key', 'STRIPE_SECRET_KEY', 'sk_live_', (random) => random.draw(BASE62, random.pick([24, 99]))),
  createTokenKind('stripe webhook signing secret', 'STRIPE_WEBHOOK_SECRET', 'whsec_', (random) => random.draw(BASE62, 32)),
  createTokenKind(
    'slack bot token',
    'SLACK_BOT_TOKEN',
    'xoxb-',
    (random) => `${random.draw(DIGITS, 12)}-${random.draw(DIGITS, 13)}-${random.draw(BASE62, 24)}`,
  ),
  createTokenKind(
    'slack app token',
    'SLACK_APP_TOKEN',
    'xapp-1-',
    (random) => `A${random.draw(UPPER36, 10)}-${random.draw(DIGITS, 13)}-${random.draw(HEX, 64)}`,
  ),
  createTokenKind('sendgrid key', 'SENDGRID_API_KEY', 'SG.', (random) => `${random.draw(BASE64URL, 22)}.${random.draw(BASE64URL, 43)}`),
  createTokenKind('mailgun key', 'MAILGUN_API_KEY', 'key-', (random) => random.draw(HEX, 32)),
  createTokenKind('resend key', 'RESEND_API_KEY', 're_', (random) => `${random.draw(BASE62, 8)}_${random.draw(BASE62, 24)}`),
  createTokenKind('telegram bot token', 'TELEGRAM_BOT_TOKEN', '', (random) => `${random.draw('123456789', 10)}:AA${random.draw(BASE64URL, 33)}`),
  createTokenKind(
    'discord bot token',
    'DISCORD_TOKEN',
    '',
    (random) => `${Buffer.from(random.draw('123456789', 18)).toString('base64url')}.${random.draw(BASE64URL, 6)}.${random.draw(BASE64URL, 38)}`,
  ),
  createTokenKind('notion token', 'NOTION_TOKEN', 'ntn_', (random) => random.draw(DIGITS, 11) + random.draw(BASE62, 35)),
  createTokenKind('linear key', 'LINEAR_API_KEY', 'lin_api_', (random) => random.draw(BASE62, 40)),
  createTokenKind('airtable token', 'AIRTABLE_TOKEN', 'pat', (random) => `${random.draw(BASE62, 14)}.${random.draw(HEX, 64)}`),
  createTokenKind('atlassian token', 'JIRA_API_TOKEN', 'ATATT3xFfGF0', (random) => `${random.draw(BASE64URL, 171)}=${random.draw('0123456789ABCDEF', 8)}`),
  createTokenKind('figma token', 'FIGMA_TOKEN', 'figd_', (random) => random.draw(BASE64URL, 40)),
  createTokenKind('postman key', 'POSTMAN_API_KEY', 'PMAK-', (random) => `${random.draw(HEX, 24)}-${random.draw(HEX, 34)}`),
  createTokenKind('shopify admin token', 'SHOPIFY_ACCESS_TOKEN', 'shpat_', (random) => random.draw(HEX, 32)),
  createTokenKind('square token', 'SQUARE_ACCESS_TOKEN', 'EAAA', (random) => random.draw(BASE64URL, 60)),
  createTokenKind('sentry auth token', 'SENTRY_AUTH_TOKEN', 'sntryu_', (random) => random.draw(HEX, 64)),
  createTokenKind('grafana service account token', 'GRAFANA_TOKEN', 'glsa_', (random) => `${random.draw(BASE62, 32)}_${random.draw(HEX, 8)}`),
  createTokenKind('new relic user key', 'NEW_RELIC_API_KEY', 'NRAK-', (random) => random.draw(UPPER36, 27)),
  createTokenKind(
    'mapbox secret token',
    'MAPBOX_TOKEN',
    'sk.',
    (random) => `${Buffer.from(`{"u":"tides","a":"${random.draw(BASE36, 25)}"}`).toString('base64url')}.${random.draw(BASE64URL, 22)}`,
  ),
  createNamedKind('twilio auth token', ['TWILIO_AUTH_TOKEN'], (random) => random.draw(HEX, 32)),
  createNamedKind('datadog api and application keys', ['DD_API_KEY', 'DATADOG_APP_KEY'], (random) => random.draw(HEX, random.pick([32, 40]))),
  createNamedKind('uuid as a key', ['HEROKU_API_KEY', 'SNYK_TOKEN', 'POSTMARK_SERVER_TOKEN'], drawUuid),
  createNamedKind('algolia admin key', ['ALGOLIA_ADMIN_KEY', 'ALGOLIA_ADMIN_API_KEY'], (random) => random.draw(HEX, 32)),
];
