import { createTransport } from 'nodemailer';
import type { Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { Letter } from './letter.ts';
import { isRefusedForGood, refusedAddress, toMailProblem } from './mail-failure.ts';
import { isMailAddress, type MailSettings } from './read-mail-settings.ts';
import { toHtml } from './to-html.ts';
import { toLine } from './to-line.ts';
import { toText } from './to-text.ts';

export interface MailFailure {
  readonly problem: Problem;
  /** One word for the log: it names nobody. */
  readonly code: string;
  /** Sending it again would end the same way: the address or the letter itself was refused. */
  readonly isFinal: boolean;
}

export interface Mailer {
  /** `id`: the same for the same letter however often it is sent, so that a mail program that gets it twice shows it once. */
  readonly send: (letter: Letter, about: { id: string; at: Date }) => Promise<Result<null, MailFailure>>;
  /** The part of a Message-ID after the @. */
  readonly domain: string;
}

// A server that is stuck holds up no other process: another takes the letter over only after this (deliver-letters.ts).
export const LONGEST_SEND_MS = 60_000;
const MAX_SUBJECT = 200;

/** Speaks to the mail server anew for each letter: they are few, and nothing is held open meanwhile. Certificates are always checked. */
export function connectMailer({ host, port, encryption, login, from }: MailSettings): Mailer {
  const domain = from.address.split('@')[1] ?? '';
  return {
    domain,
    async send(letter, { id, at }) {
      if (!isMailAddress(letter.to)) return failed(refusedAddress());
      const transport = createTransport({
        host,
        port,
        secure: encryption === 'from-the-start',
        requireTLS: encryption === 'starttls',
        ignoreTLS: encryption === 'none',
        auth: login ? { user: login.user, pass: login.password } : undefined,
        // Else it says how this machine is called.
        name: domain,
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        dnsTimeout: 10_000,
        socketTimeout: 20_000,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      const { unsubscribe } = letter;
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: letter.to },
          envelope: { from: from.address, to: [letter.to] },
          subject: toLine(letter.subject).slice(0, MAX_SUBJECT),
          text: toText(letter),
          html: toHtml(letter),
          messageId: `<${id}@${domain}>`,
          date: at,
          xMailer: false,
          signal: AbortSignal.timeout(LONGEST_SEND_MS),
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe && { 'List-Unsubscribe': { prepared: true, value: `<${unsubscribe.oneClick}>` } }),
            // RFC 8058 wants https for what is done without asking.
            ...(unsubscribe?.oneClick.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
          },
        });
        return ok(null);
      } catch (error) {
        const known = toMailProblem(error);
        if (known === null) throw error;
        return failed({ ...known, isFinal: isRefusedForGood(error) });
      } finally {
        transport.close();
      }
    },
  };
}
