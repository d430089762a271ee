import { problem, type Problem } from '../model/problem.ts';
import { failed, ok, type Result } from '../model/result.ts';

/** The organisation's own mail server, spoken to by SMTP. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** `from-the-start` for smtps; `starttls` refuses a server that does not offer it; `none` on this machine itself. */
  readonly encryption: 'from-the-start' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: { readonly name: string; readonly address: string };
}

type Variables = Readonly<Record<string, string | undefined>>;

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', 'localhost']);
// RFC 6409, RFC 8314.
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;
const FROM = /^(?:(?<name>[^<>"\p{Cc}]{0,100}?)\s*<(?<inner>[^<>]+)>|(?<bare>[^<>]+))$/u;
const ADDRESS = /^[^\s@,;:"()<>[\]\\\p{Cc}]{1,64}@[\p{L}\p{N}.-]{1,253}$/u;

/** Whether letters can go there: one address, without anything that a mail server could take for more. */
export const isMailAddress = (text: string): boolean => ADDRESS.test(text);

/** From ROUNDS_SMTP_URL and ROUNDS_MAIL_FROM; null where neither is set, `wrong-usage` where one is missing or cannot be read. */
export function readMailSettings(variables: Variables): Result<MailSettings | null, Problem> {
  const [url, from] = [variables['ROUNDS_SMTP_URL']?.trim() ?? '', variables['ROUNDS_MAIL_FROM']?.trim() ?? ''];
  if (!url && !from) return ok(null);
  if (!url || !from) {
    const missing = url ? 'ROUNDS_MAIL_FROM' : 'ROUNDS_SMTP_URL';
    return failed(problem('wrong-usage', 'E-mail is set up in part only.', { next: `Set ${missing} too.` }));
  }
  const server = parseServer(url);
  if (!server) {
    // Its text is not repeated: it holds a password.
    return failed(
      problem('wrong-usage', 'ROUNDS_SMTP_URL is not the address of a mail server.', {
        next: 'Give one like smtps://user:password@mail.example.org, characters of the password that stand for something else in addresses as %XX.',
      }),
    );
  }
  const { name = '', inner, bare } = FROM.exec(from)?.groups ?? {};
  const address = inner ?? bare ?? '';
  if (!isMailAddress(address)) {
    return failed(problem('wrong-usage', 'ROUNDS_MAIL_FROM is no sender.', { next: 'Give one like "Rounds <rounds@example.org>".' }));
  }
  return ok({ ...server, from: { name: name.trim() || 'Rounds', address } });
}

function parseServer(text: string): Omit<MailSettings, 'from'> | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) return null;
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  if (host === '' || !['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null;
  const [user, password] = [decode(url.username), decode(url.password)];
  if (user === null || password === null || (user === '') !== (password === '')) return null;
  const isHere = LOOPBACK_HOSTS.has(host);
  return {
    host,
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    encryption: url.protocol === 'smtps:' ? 'from-the-start' : isHere ? 'none' : 'starttls',
    login: user === '' ? null : { user, password },
  };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
