import { PROGRAM, CONFIG, type CodeLanguage } from '../code-language.ts';
import type { CodePattern, Found } from '../code-pattern.ts';

const languages: readonly CodeLanguage[] = [...PROGRAM, ...CONFIG, 'shell'];
const TLS_OFF =
  /rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED["'\]]*\s*[:=]\s*["']?0|\bverify\s*=\s*False\b|verify_mode\s*=\s*ssl\.CERT_NONE|check_hostname\s*=\s*False|_create_unverified_context|InsecureSkipVerify\s*:\s*true|danger_accept_invalid_(?:certs|hostnames)\(\s*true|CURLOPT_SSL_VERIFY(?:PEER|HOST)\s*,\s*(?:0|false)|ServerCertificateCustomValidationCallback\s*=.*true|TrustAllCerts|ALLOW_ALL_HOSTNAME_VERIFIER|\bcurl\b.*\s(?:-k|--insecure)\b|strict-ssl\s*=?\s*false|sslVerify["']?\s*[:=]?\s*false|disable_warnings\([^)]*InsecureRequestWarning/;

/** The check of who is at the other end of an encrypted connection switched off. */
export const tlsOff: CodePattern = {
  id: 'tls-off',
  languages,
  sides: 'both',
  prefilter: TLS_OFF,
  *find(code): Iterable<Found> {
    const masked = code.code();
    const comments = code.comments();
    for (const index of code.changed) {
      const line = code.lines[index] ?? '';
      const match = TLS_OFF.exec(line);
      if (!match || (comments[index] ?? '')[match.index]?.trim()) continue;
      // Inside a string it is only talked about, unless the string is a variable's name or a command.
      const inString = (masked[index] ?? '').slice(match.index, match.index + 6).trim() === '';
      if (inString && !/NODE_TLS|curl/.test(match[0])) continue;
      yield { start: index, end: index, text: line.trim(), captures: { what: match[0] } };
    }
  },
};
