import { expect, it } from 'vitest';
import { isMailAddress, readMailSettings } from './read-mail-settings.ts';

const from = { ROUNDS_MAIL_FROM: 'Rounds of Acme <rounds@acme.example>' };
const read = (url: string) => readMailSettings({ ROUNDS_SMTP_URL: url, ...from });

it('is off where nothing is set, and refused where only a part is', () => {
  expect(readMailSettings({})).toEqual({ ok: true, value: null });
  expect(readMailSettings(from)).toMatchObject({ ok: false, problem: { tag: 'wrong-usage', next: 'Set ROUNDS_SMTP_URL too.' } });
  expect(readMailSettings({ ROUNDS_SMTP_URL: 'smtp://mail.example' })).toMatchObject({ ok: false, problem: { next: 'Set ROUNDS_MAIL_FROM too.' } });
});

it('encrypts every connection that leaves this machine', () => {
  expect(read('smtps://me:p%40ss@mail.example')).toEqual({
    ok: true,
    value: {
      host: 'mail.example',
      port: 465,
      encryption: 'from-the-start',
      login: { user: 'me', password: 'p@ss' },
      from: { name: 'Rounds of Acme', address: 'rounds@acme.example' },
    },
  });
  expect(read('smtp://mail.example')).toMatchObject({ value: { port: 587, encryption: 'starttls', login: null } });
  expect(read('smtp://mail.example:25')).toMatchObject({ value: { port: 25, encryption: 'starttls' } });
  for (const here of ['localhost', '127.0.0.1', '[::1]']) expect(read(`smtp://${here}:2525`)).toMatchObject({ value: { encryption: 'none', port: 2525 } });
});

it.each([
  'mail.example',
  'http://mail.example',
  'smtp://',
  'smtp://me@mail.example',
  'smtp://mail.example/inbox',
  'smtp://mail.example?tls=no',
  'smtp://a:%@b',
])('refuses %s without repeating it', (url) => {
  const settings = read(url);
  expect(settings).toMatchObject({ ok: false, problem: { tag: 'wrong-usage' } });
  expect(JSON.stringify(settings)).not.toContain('smtp://me');
});

it.each(['Rounds', 'a@b@c', 'Rounds <a@b.example> , c@d.example', 'Rounds\r\nBcc: x@y.example <a@b.example>', '<a@b.example\n>'])(
  'sends as nobody: %j',
  (sender) => {
    expect(readMailSettings({ ROUNDS_SMTP_URL: 'smtp://mail.example', ROUNDS_MAIL_FROM: sender })).toMatchObject({ ok: false });
  },
);

it('takes one address and nothing that could be more', () => {
  for (const good of ['a@b.example', 'anna.o+rounds@mail.example', 'ü@bücher.example']) expect(isMailAddress(good)).toBe(true);
  for (const bad of ['', 'a', 'a@b,c@d', 'a@b\r\nRCPT TO:<c@d>', 'a b@c', '<a@b>', 'a@b>', 'a@b c', 'a@@b'])
    expect([bad, isMailAddress(bad)]).toEqual([bad, false]);
});
