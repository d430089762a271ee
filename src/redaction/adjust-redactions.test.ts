import { expect, test } from 'vitest';
import { createRedactor } from './redact-text.ts';

const TOKEN = 'ghp_a8Kd03jfLs92kdjfA8s7d6f5g4h3j2k1l0Zx';
const TEXT = `token ${TOKEN}, write to maria@northwind.dev, project Bluebird`;

test('what was taken out can be taken back by its id, and stays back wherever it stands', async () => {
  const first = await createRedactor();
  expect((await first.redactText(TEXT)).text).toBe('token [secret:github-token-1], write to [email-1], project Bluebird');
  const [token, mail] = first.listNamed();
  expect([token?.kind, mail?.kind]).toEqual(['github-token', 'email']);
  expect(JSON.stringify(first.listNamed())).not.toContain(TOKEN.slice(0, 12));

  const second = await createRedactor({ keep: new Set([mail?.id ?? '']) });
  expect((await second.redactText(TEXT)).text).toBe('token [secret:github-token-1], write to maria@northwind.dev, project Bluebird');
  expect((await second.redactKeys(`a/${TOKEN}`)).text).toBe('a/[secret:github-token-1]');
  const third = await createRedactor({ keep: new Set([token?.id ?? '']) });
  expect((await third.redactText(`${TEXT} and ${TOKEN}`)).text).toBe(`token ${TOKEN}, write to [email-1], project Bluebird and ${TOKEN}`);
  expect(third.listKnown()).toEqual([]);
  expect(second.listKnown()).toEqual([TOKEN]);
});

test('a text that its owner chose goes everywhere, in paths too', async () => {
  const redactor = await createRedactor({ add: ['Bluebird'] });
  expect((await redactor.redactText(`Bluebird: ${TEXT}`)).text).toContain('[secret:chosen-1]: token [secret:github-token-1]');
  expect((await redactor.redactText(TEXT)).text).toMatch(/project \[secret:chosen-1\]$/);
  expect((await redactor.redactKeys('src/Bluebird/a.ts')).text).toBe('src/[secret:chosen-1]/a.ts');
});

test('a piece of a known secret goes where a text was cut in its middle, and what only begins alike stays', async () => {
  const redactor = await createRedactor();
  await redactor.redactText(TEXT);
  expect((await redactor.redactText(`Use ${TOKEN.slice(0, 20)}…`)).text).toMatch(/^Use \[secret:github-token-\d\]…$/);
  expect((await redactor.redactText(`…${TOKEN.slice(-15)} is it`)).text).toMatch(/^…\[secret:github-token-\d\] is it$/);
  expect((await redactor.redactText(TOKEN.slice(0, 12))).text).toMatch(/^\[secret:github-token-\d\]$/);
  expect((await redactor.redactText(`${TOKEN.slice(0, 10)}_is_another name`)).text).toBe(`${TOKEN.slice(0, 10)}_is_another name`);
});
