/** Letters through a real SMTP server on loopback. */
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { array, assert, asyncProperty, constantFrom } from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { connectMailer } from './connect-mailer.ts';
import type { Letter } from './letter.ts';
import type { MailSettings } from './read-mail-settings.ts';
import { hasOpenssl, makeCertificate } from './testing/make-certificate.ts';
import { findClosedPort, startTestMailServer, type TestMailServer, type TestMailServerOptions } from './testing/start-test-mail-server.ts';

const about = { id: 'o_1', at: new Date('2026-03-01T10:00:00Z') };
const letter: Letter = {
  to: 'anna@acme.example',
  subject: 'Grüße: two rounds wait for you',
  parts: [
    { kind: 'text', text: 'Hello <b>Anna</b> & co.' },
    { kind: 'list', items: ['one', '"two"'] },
    { kind: 'link', label: 'Open Rounds', url: 'https://rounds.example/?a=1&b="2' },
  ],
  unsubscribe: { page: 'https://rounds.example/unsubscribe#t', oneClick: 'https://rounds.example/api/mail/unsubscribe?token=t' },
};

let server: TestMailServer | undefined;
afterEach(() => server?.close());
const start = async (options?: TestMailServerOptions): Promise<TestMailServer> => (server = await startTestMailServer(options));
const send = (settings: MailSettings, given: Letter = letter) => connectMailer(settings).send(given, about);

describe('a letter', () => {
  it('comes as text and as HTML in which nothing is a tag, an image or a script that somebody wrote', async () => {
    const { settings, letters } = await start();
    expect(await send(settings)).toEqual({ ok: true, value: null });
    const [got] = letters;
    expect(got).toMatchObject({
      subject: letter.subject,
      from: { name: 'Rounds', address: 'rounds@rounds.example' },
      to: [{ address: 'anna@acme.example' }],
      messageId: '<o_1@rounds.example>',
      date: '2026-03-01T10:00:00.000Z',
      envelopeTo: ['anna@acme.example'],
      envelopeFrom: 'rounds@rounds.example',
    });
    expect(got?.text?.trimEnd()).toBe(
      'Hello <b>Anna</b> & co.\n\n- one\n- "two"\n\nOpen Rounds:\nhttps://rounds.example/?a=1&b="2\n\n-- \nNo more of these: https://rounds.example/unsubscribe#t',
    );
    expect(got?.html).toContain('<p>Hello &lt;b&gt;Anna&lt;/b&gt; &amp; co.</p>');
    expect(got?.html).toContain('href="https://rounds.example/?a=1&amp;b=&quot;2"');
    expect(got?.html?.match(/<(\w+)/g)?.map((tag) => tag.slice(1))).toEqual([
      'html',
      'head',
      'meta',
      'title',
      'body',
      'p',
      'ul',
      'li',
      'li',
      'p',
      'a',
      'p',
      'small',
      'a',
    ]);
    expect(got?.html).not.toMatch(/src=|url\(|<img|<script|<link/);
    expect(got?.attachments).toEqual([]);
  });

  it('says how to end its kind, in one click only where that is https, and nothing of this machine', async () => {
    const { settings, letters } = await start();
    await send(settings);
    await send(settings, { ...letter, unsubscribe: { page: 'http://rounds.example/unsubscribe#t', oneClick: 'http://rounds.example/u?token=t' } });
    await send(settings, { ...letter, unsubscribe: null });
    const headers = letters.map(({ headers: all }) => Object.fromEntries(all.map(({ key, value }) => [key, value])));
    expect(headers[0]).toMatchObject({
      'list-unsubscribe': '<https://rounds.example/api/mail/unsubscribe?token=t>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'auto-submitted': 'auto-generated',
    });
    expect(headers[1]).not.toHaveProperty('list-unsubscribe-post');
    expect(headers[2]).not.toHaveProperty('list-unsubscribe');
    expect(Object.keys(headers[0] ?? {}).toSorted()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'message-id',
      'mime-version',
      'subject',
      'to',
    ]);
  });

  it('never holds a header, an address or a line that somebody wrote into a name', async () => {
    const { settings, letters } = await start();
    const hostile = array(
      constantFrom(
        '\r',
        '\n',
        '\r\n',
        '\0',
        '\u2028',
        '\u0085',
        'Bcc: eve@evil.example',
        '<eve@evil.example>',
        'x',
        ' ',
        '.',
        ',',
        '=?utf-8?q?x?=',
        '\r\n\r\n<script>',
      ),
      {
        maxLength: 8,
      },
    );
    await assert(
      asyncProperty(hostile, hostile, async (inSubject, inText) => {
        const before = letters.length;
        const sent = await send(settings, {
          ...letter,
          subject: `Join ${inSubject.join('')}`,
          parts: [
            { kind: 'text', text: inText.join('') },
            { kind: 'list', items: [inText.join('')] },
          ],
          unsubscribe: null,
        });
        expect(sent.ok).toBe(true);
        const got = letters[before];
        expect(letters.length).toBe(before + 1);
        expect(got?.envelopeTo).toEqual(['anna@acme.example']);
        expect(got?.bcc ?? []).toEqual([]);
        expect(got?.headers.map(({ key }) => key).toSorted()).toEqual([
          'auto-submitted',
          'content-type',
          'date',
          'from',
          'message-id',
          'mime-version',
          'subject',
          'to',
        ]);
        expect(got?.subject).not.toMatch(/[\r\n\0]/);
        expect(got?.html).not.toContain('<script>');
      }),
      { numRuns: 25 },
    );
  });

  it.each(['anna@acme.example\r\nRCPT TO:<eve@evil.example>', 'anna@acme.example, eve@evil.example', 'anna', ''])(
    'goes to no address like %j, now or later',
    async (to) => {
      const { settings, letters } = await start();
      expect(await send(settings, { ...letter, to })).toMatchObject({ ok: false, problem: { isFinal: true, code: 'address' } });
      expect(letters).toEqual([]);
    },
  );
});

const refuse = (responseCode: number) => (_address: unknown, _session: unknown, done: (error: Error) => void) =>
  done(Object.assign(new Error('no anna@acme.example here'), { responseCode }));

describe('a mail server', () => {
  it('that is away, or refuses for now, is asked again later', async () => {
    const settings = { ...(await start({ fails: () => true })).settings };
    expect(await send(settings)).toMatchObject({ ok: false, problem: { isFinal: false, code: 'EMESSAGE 451', problem: { tag: 'cannot-reach' } } });
    expect(await send({ ...settings, port: await findClosedPort() })).toMatchObject({ ok: false, problem: { isFinal: false, code: 'ESOCKET' } });
  });

  it('that refuses the addressee for good is not asked again, one that refuses the sender or the password is', async () => {
    const recipient = await send((await start({ onRcptTo: refuse(550) })).settings);
    expect(recipient).toMatchObject({ ok: false, problem: { isFinal: true, code: 'EENVELOPE 550' } });
    expect(JSON.stringify(recipient)).not.toContain('anna');
    await server?.close();
    expect(await send((await start({ onMailFrom: refuse(550) })).settings)).toMatchObject({ ok: false, problem: { isFinal: false } });
    await server?.close();
    const { settings } = await start({ onAuth: (_login, _session, done) => done(new Error('no')) });
    expect(await send({ ...settings, login: { user: 'me', password: 'wrong' } })).toMatchObject({ ok: false, problem: { isFinal: false, code: 'EAUTH 535' } });
  });

  it('is told user and password', async () => {
    const seen: unknown[] = [];
    const { settings, letters } = await start({
      onAuth: ({ username, password }, _session, done) => {
        seen.push([username, password]);
        done(null, { user: username });
      },
    });
    expect(await send({ ...settings, login: { user: 'me', password: 'p@ss' } })).toMatchObject({ ok: true });
    expect([seen, letters.length]).toEqual([[['me', 'p@ss']], 1]);
  });

  it('without encryption is told nothing, where encryption is asked for', async () => {
    const seen: unknown[] = [];
    const { settings, letters } = await start({ onAuth: (login, _session, done) => (seen.push(login), done(null, { user: 'me' })) });
    for (const encryption of ['starttls', 'from-the-start'] as const)
      expect(await send({ ...settings, encryption, login: { user: 'me', password: 'p@ss' } })).toMatchObject({ ok: false, problem: { isFinal: false } });
    expect([seen, letters]).toEqual([[], []]);
  });
});

describe.skipIf(!hasOpenssl)('a mail server with a certificate (made with openssl)', () => {
  const trusted = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(trusted));

  it.each(['starttls', 'from-the-start'] as const)('is spoken to with %s where the certificate is trusted, and only then', async (encryption) => {
    const { key, cert } = makeCertificate();
    const { settings, letters } = await start({ key, cert, secure: encryption === 'from-the-start', disabledCommands: ['AUTH'] });
    expect(await send({ ...settings, encryption })).toMatchObject({ ok: false, problem: { isFinal: false } });
    expect(letters).toEqual([]);
    setDefaultCACertificates([...trusted, cert]);
    expect(await send({ ...settings, encryption })).toMatchObject({ ok: true });
    expect(letters).toHaveLength(1);
  });
});
