/** A real SMTP server on loopback that keeps what it is given, as a mail program reads it. */
import { createServer } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerEnvelope, type SMTPServerOptions } from 'smtp-server';
import type { MailSettings } from '../read-mail-settings.ts';

export interface ReceivedLetter extends Email {
  readonly raw: string;
  /** As said to the server, whatever stands in the letter. */
  readonly envelopeTo: readonly string[];
  readonly envelopeFrom: string;
}

export interface TestMailServer {
  readonly port: number;
  /** What `rounds serve` would be given. */
  readonly settings: MailSettings;
  readonly letters: readonly ReceivedLetter[];
  /** Waits until as many letters have come. */
  readonly waitFor: (count: number) => Promise<readonly ReceivedLetter[]>;
  readonly close: () => Promise<void>;
}

export interface TestMailServerOptions extends SMTPServerOptions {
  readonly port?: number;
  /** Whether to refuse this letter for now, after all of it was sent; it is not kept then. */
  readonly fails?: (raw: string) => boolean;
  /** Takes the letter, then cuts the line before saying so. */
  readonly breaksAfter?: (raw: string) => boolean;
}

export async function startTestMailServer({ port = 0, fails, breaksAfter, ...options }: TestMailServerOptions = {}): Promise<TestMailServer> {
  const letters: ReceivedLetter[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: options.onAuth ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString();
        const failure = fails?.(raw) ? Object.assign(new Error('try again later'), { responseCode: 451 }) : null;
        if (failure) done(failure);
        else void keep(raw, session.envelope, done);
      });
    },
    ...options,
  });
  async function keep(raw: string, { mailFrom, rcptTo }: SMTPServerEnvelope, done: () => void): Promise<void> {
    const parsed = await PostalMime.parse(raw);
    letters.push({ ...parsed, raw, envelopeFrom: mailFrom ? mailFrom.address : '', envelopeTo: rcptTo.map(({ address }) => address) });
    for (const wake of waiting) wake();
    if (breaksAfter?.(raw)) for (const connection of server.connections) connection.close();
    else done();
  }
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  const listening = typeof address === 'object' && address ? address.port : port;
  return {
    port: listening,
    settings: { host: '127.0.0.1', port: listening, encryption: 'none', login: null, from: { name: 'Rounds', address: 'rounds@rounds.example' } },
    letters,
    waitFor: async (count) => {
      while (letters.length < count) {
        await new Promise<void>((resolve) => {
          const wake = (): void => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
      return letters;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A port of loopback on which nothing listens. */
export async function findClosedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
