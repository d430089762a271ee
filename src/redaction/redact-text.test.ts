import { array, asyncProperty, assert, constantFrom, oneof, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor, redactText } from './redact-text.ts';

const TOKEN = 'ghp_a8Kd03jfLs92kdjfA8s7d6f5g4h3j2k1l0Zx';
const KEY_BODY = 'MIIEpAIBAAKCAQEA7Zk2mQ0h3xVq9tJ8nR4sW1yB6cD5eF0gH2iK3lM4oN5pQ6r';

describe('what is taken out', () => {
  test.each([
    ['a name before it stays', `export GITHUB_TOKEN=${TOKEN}`, 'export GITHUB_TOKEN=[secret:github-token-1]'],
    ['an address keeps its user and host', 'postgres://app:x8Kd03jfLs9@db.lan:5432/main', 'postgres://app:[secret:database-password-1]@db.lan:5432/main'],
    ['a cookie keeps its name', 'Cookie: lang=en; connect.sid=s%3Aab83jd93kd02ld93.k39dk20slq', 'Cookie: lang=en; connect.sid=[secret:cookie-1]'],
    ['a token put together in code', `f("${TOKEN.slice(0, 20)}" +\n  "${TOKEN.slice(20)}")`, 'f("[secret:github-token-1]\n")'],
    ['colours within a token', `\u001B[32m${TOKEN.slice(0, 9)}\u001B[1m${TOKEN.slice(9)}\u001B[0m`, '\u001B[32m[secret:github-token-1]\u001B[0m'],
    ['base64 around a token', `echo ${Buffer.from(TOKEN).toString('base64')} | base64 -d`, 'echo [secret:github-token-1] | base64 -d'],
    ['percent encoding around a token', `?next=%2Fa%3Ftoken%3D${TOKEN}%26b`, '?next=%2Fa%3Ftoken%3D[secret:github-token-1]%26b'],
    [
      'a key in a JSON string keeps its field',
      `{"private_key":"-----BEGIN PRIVATE KEY-----\\n${KEY_BODY}\\n-----END PRIVATE KEY-----\\n"}`,
      '{"private_key":"[secret:private-key-1]\\n"}',
    ],
    ['a key cut before its end', `-----BEGIN RSA PRIVATE KEY-----\n${KEY_BODY}\n${KEY_BODY}`, '[secret:private-key-1]\n\n'],
    ['an address and the name in a home path', 'Ask maria@northwind.dev about /home/maria/api', 'Ask [email-1] about /home/[user-1]/api'],
  ])('%s', async (_, text, expected) => {
    expect((await redactText(text)).text).toBe(expected);
  });

  test('addresses and home paths stay where the person says so', async () => {
    const text = 'Ask maria@northwind.dev about /home/maria/api';
    expect((await redactText(text, { emails: false, homePaths: false })).text).toBe(text);
    expect((await redactText(text, { emails: false })).text).toBe('Ask maria@northwind.dev about /home/[user-1]/api');
  });

  test('a comment that switches secretlint off does not switch redaction off', async () => {
    const text = `// secretlint-disable\nhttps://maria:x8Kd03jfLs9q@registry.acme-corp.io/npm`;
    expect((await redactText(text)).text).not.toContain('x8Kd03jfLs9q');
  });
});

describe('placeholders', () => {
  test('one secret has one name throughout a case, two have two, and neither depends on the value', async () => {
    const other = TOKEN.replace('a8Kd', 'zzZ9');
    const redactor = await createRedactor();
    expect((await redactor.redactText(`${TOKEN} ${other} ${TOKEN}`)).text).toBe('[secret:github-token-1] [secret:github-token-2] [secret:github-token-1]');
    expect((await redactor.redactText(`again ${other}`)).text).toBe('again [secret:github-token-2]');
    expect((await redactText(other)).text).toBe('[secret:github-token-1]');
  });

  test('a number that the text has already is not given again', async () => {
    expect((await redactText(`was [secret:github-token-1], now ${TOKEN}`)).text).toBe('was [secret:github-token-1], now [secret:github-token-2]');
  });

  test('a secret is taken out wherever else it stands, also unnamed', async () => {
    expect((await redactText('DB_PASSWORD=Harbor-Maple-8473!\nlogged in with Harbor-Maple-8473! twice')).text).toBe(
      'DB_PASSWORD=[secret:password-1]\nlogged in with [secret:password-1] twice',
    );
  });
});

test('findings point into the text as it was given', async () => {
  const text = `a@northwind.dev ${TOKEN} and PASSWORD='q8!kd0_3jf'`;
  const { text: redacted, findings } = await redactText(text);
  let rebuilt = '';
  let done = 0;
  for (const { start, end, replacement } of findings) {
    rebuilt += text.slice(done, start) + replacement;
    done = end;
  }
  expect(rebuilt + text.slice(done)).toBe(redacted);
  expect(findings.map(({ start, end }) => text.slice(start, end))).toEqual(['a@northwind.dev', TOKEN, 'q8!kd0_3jf']);
});

const PIECES = constantFrom(
  TOKEN,
  TOKEN.slice(0, 15),
  TOKEN.slice(15),
  'password=',
  'Harbor-Maple-8473!',
  '"',
  "'",
  '\n',
  '\\n',
  ' + ',
  '%3D',
  '://u:',
  '@db.lan/',
  'Cookie: sid=',
  'Authorization: Bearer ',
  'maria@northwind.dev',
  '/home/maria/',
  '-----BEGIN PRIVATE KEY-----\n',
  KEY_BODY,
  '-----END PRIVATE KEY-----',
  '[secret:jwt-3]',
  '[email-1]',
  'kind: Secret\ndata:\n  a: ',
  '\u001B[0m',
  '\uE000',
  Buffer.from(TOKEN).toString('base64'),
);

test('a mark that stood there before hides no secret beside it', async () => {
  const token = 'ghp_a8Kd03jfLs92kdjfA8s7d6f5g4h3j2k1l0Zx';
  expect((await redactText(`${token}[secret:jwt-3]${token}`)).text).not.toContain('ghp_');
});

test('redacting twice is redacting once, and no whole token survives', async () => {
  await assert(
    asyncProperty(array(oneof(PIECES, string({ maxLength: 8 })), { maxLength: 14 }), async (pieces) => {
      const once = (await redactText(pieces.join(''))).text;
      expect((await redactText(once)).text).toBe(once);
      expect(once.replaceAll(/[A-Za-z0-9]\w*ghp_|ghp_\w{37,}/g, '')).not.toMatch(/(?<![A-Za-z0-9])ghp_\w{36}(?!\w)/);
    }),
    { numRuns: 150 },
  );
});

/** Time is compared between lengths, never with a clock: twice the text may not take many times the work. Run in seconds or this hangs. */
test.each([
  ['one letter', 'a'],
  ['quotes within quotes', '"\\"'],
  ['open quotes of passwords', 'password="'],
  ['begun keys', '-----BEGIN PRIVATE KEY-----\n'],
  ['manifests', 'kind: Secret\n'],
  ['addresses', '://a:b'],
  ['mail signs', 'a@'],
  ['backslashes', '\\'],
  ['short lines', 'a1B\n'],
])('a megabyte of %s is done with', { timeout: 60_000 }, async (_, unit) => {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  expect((await redactText(text)).text).toBe(text);
});
