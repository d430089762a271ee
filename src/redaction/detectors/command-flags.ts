import type { Detector, Match } from '../match.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { looksRandom } from '../values/looks-random.ts';
import { createSignFinder } from './create-sign-finder.ts';

const VALUE = `(?:"([^"\\n]{3,400})"|'([^'\\n]{3,400})'|([^\\s"'\`;|&<>()]{3,2048}))`;
const rule = (kind: string, sign: string, before: string, isStrict = false) => ({ kind, sign, isStrict, pattern: new RegExp(before + VALUE, 'g') });

/** Ways to give a secret to a program on its command line. */
const RULES = [
  rule('password', '--pass', '--pass(?:word|wd|phrase|code)?(?:[= ]|\\s{1,4})'),
  rule('password', 'pass', '--[a-z-]{1,30}[-_]pass(?:word|wd|phrase)?(?:=|\\s{1,4})'),
  rule(
    'api-key',
    '--',
    '--[a-z-]{0,30}(?:token|secret|api-?key|access-?key|private-?key|secret-key|account-key|shared-key|master-key|storage-key|admin-key|signing-key|encryption-key|license-key|credential)(?:=|\\s{1,4})',
    true,
  ),
  rule('password', 'mysql', '\\bmysql(?:dump|admin|import|sh)?\\b[^\\n|;]{0,200}?\\s-p'),
  rule('password', 'sshpass', '\\bsshpass\\s{1,4}-p\\s{0,4}'),
  rule('password', 'login', '\\b(?:docker|podman|az|helm registry|oc|cf|crane|buildah|skopeo)\\s{1,4}login\\b[^\\n|;]{0,200}?\\s-p\\s{1,4}'),
  rule('password', 'redis-cli', '\\bredis-cli\\b[^\\n|;]{0,200}?\\s-a\\s{1,4}'),
  rule('password', 'ldap', '\\bldap\\w{3,10}\\b[^\\n|;]{0,300}?\\s-w\\s{1,4}'),
  rule('password', 'pass:', '-pass(?:in|out)?\\s{1,4}pass:'),
  rule('password', 'pass', '-(?:store|key|src|dest)(?:store)?pass\\s{1,4}'),
  rule('password', 'sqlcmd', '\\bsqlcmd\\b[^\\n|;]{0,200}?\\s-P\\s{0,4}'),
  rule('password', '7z', '\\b7z\\w?\\b[^\\n|;]{0,100}?\\s-p'),
  rule('password', 'zip', '\\b(?:un)?zip\\b[^\\n|;]{0,100}?\\s-P\\s{1,4}'),
  rule('password', 'snmp', '\\bsnmp\\w{2,10}\\b[^\\n|;]{0,100}?\\s-c\\s{1,4}'),
  rule('password', 'chpasswd', '\\becho\\s{1,4}["\']?[a-z_][\\w-]{0,31}:(?=[^\\n]{1,100}chpasswd)'),
  rule(
    'api-key',
    '|',
    '\\b(?:echo|printf)\\s{1,4}(?:-n\\s{1,4}|["\']%s(?:\\\\n)?["\']\\s{1,4})?(?=[^\\n]{3,400}\\|[^\\n]{0,80}(?:sudo -S|chpasswd|cryptsetup|kinit|-password-fd|--password-stdin|--with-token|login[^\\n]{1,40}--stdin))',
  ),
  rule(
    'api-key',
    'set ',
    '\\b(?:configure set|config set|secret set|secrets set|secrets? put|variable set)\\s{1,4}[\\w./:-]{0,60}(?:secret|[tT]oken|key|password)[\\w./:-]{0,60}(?:[= ]|\\s{1,4})(?:--body\\s{1,4})?',
    true,
  ),
  rule('api-key', 'secret', '\\bsecrets? (?:set|put|create|add)\\s{1,4}[\\w./-]{1,80}\\s{1,4}(?:--body|-b|--value|--data|<<<)[= ]\\s{0,3}', true),
  // Many programs take a user and a password so; a port has no letters.
  rule('password', ' -p', '\\s-[uU]\\s{1,4}[\\w.@-]{1,80}\\s(?:[^\\n|;]{0,120}\\s)?-p\\s{1,4}', true),
  // A package index is given its user and password in one word.
  rule(
    'password',
    'config ',
    '\\bconfig (?:set )?\\s{0,3}(?:--\\w{1,12}\\s{1,3}){0,3}[\\w./:-]{3,120}\\s{1,3}["\']?[\\w.-]{1,40}:(?=[^\\s/:]{6,200}(?:\\s|$))',
    true,
  ),
  rule('password', 'net user', '\\bnet user\\s{1,4}\\S{1,60}\\s{1,4}'),
  rule('password', 'net use', '\\bnet use\\s[^\\n|]{0,200}?/user:\\S{1,80}\\s{1,4}'),
  rule('password', 'htpasswd', '\\bhtpasswd\\s{1,4}-[a-zA-Z]{0,6}b[a-zA-Z]{0,6}\\s{1,4}\\S{1,200}\\s{1,4}\\S{1,80}\\s{1,4}'),
  rule('password', 'psexec', '\\bpsexec\\b[^\\n|;]{0,200}?\\s-p\\s{1,4}'),
  rule('otp-secret', 'oathtool', '\\boathtool\\b(?:\\s{1,4}-{1,2}[a-z][\\w=-]{0,20}){0,5}\\s{1,4}(?=[A-Za-z0-9])'),
  rule('password', 'smbclient', '\\b(?:smbclient|rpcclient|smbmap|net)\\b[^\\n|;]{0,200}?\\s-U\\s{0,4}["\']?[^\\s%"\']{1,80}%'),
  rule('database-password', 'sqlplus', '\\b(?:sqlplus|sqlldr|expdp|impdp|rman)\\b[^\\n|;]{0,100}?\\s[\\w.$-]{1,60}/(?=[^\\s]{4,100}@)'),
  rule('password', 'Password', '\\s-(?:\\w{0,20})Password\\s{1,4}'),
  rule('password', 'SecureString', '\\bConvertTo-SecureString\\s{1,4}(?:-String\\s{1,4})?(?=["\'])'),
  rule('password', 'SETUSER', '\\bSETUSER\\s{1,4}\\S{1,80}[^\\n]{0,80}?\\s>'),
  rule('password', 'assword', 'assword["\':? ]{1,6};?\\s{0,4}(?:exp_)?send\\s{1,4}(?:--\\s)?'),
  rule('password', '<<<', '\\b(?:sudo\\s{1,4}-S|cryptsetup|kinit|passwd)\\b[^\\n]{0,200}<<<\\s{0,4}'),
  rule('password', '<<', '\\b(?:sudo\\s{1,4}-S|cryptsetup|kinit|passwd)\\b[^\\n]{0,200}<<-?\\s{0,2}["\']?[A-Z]{2,20}["\']?\\n'),
  rule('password', 'password', '\\bpassword\\s{1,4}(?=["\'])'),
  rule('password', 'PSK', ':\\s{0,4}PSK\\s{1,4}(?=["\'])'),
  rule('password', '-passwd', '\\s-passwd\\s{1,4}'),
  rule('password', 'openssl', '\\bopenssl\\b[^\\n|;]{0,200}?\\s-[kK]\\s{1,4}'),
  rule('password', 'PASSWORD', '\\bPASSWORD\\s{0,4}[=(]?\\s{0,4}N?(?=[\'"])'),
  rule('password', 'password', '\\bwith(?: encrypted)? password\\s{1,4}(?=[\'"])'),
  rule('password', ' BY ', '\\bIDENTIFIED\\s{1,4}(?:WITH\\s{1,4}\\S{1,60}\\s{1,4})?BY\\s{1,4}(?=[\'"])'),
];
const USER_AND_PASSWORD = /(?:\s|^)(?:-u|--user|--proxy-user|-U|--auth|-a)(?:\s{1,4}|=|(?=["']))["']?([^\s"'`:/@]{1,100}):([^\s"'`]{3,300})/g;

const findSigns = createSignFinder(RULES.map(({ sign }) => sign));

export const findCommandFlags: Detector = (text) => {
  const matches: Match[] = [];
  const present = findSigns(text);
  for (const { kind, sign, isStrict, pattern } of RULES) {
    if (!present.has(sign)) continue;
    for (const found of text.matchAll(pattern)) {
      const value = found[1] ?? found[2] ?? found[3] ?? '';
      if (isNoSecret(value, found[3] === undefined) || (isStrict && !looksRandom(value, 10) && !/^(?=.*\d)(?=.*[A-Za-z]).{12,}$/.test(value))) continue;
      const start = found.index + found[0].lastIndexOf(value);
      matches.push({ kind, start, end: start + value.length });
    }
  }
  if (/-[uUa]|--(?:proxy-)?user|--auth/.test(text)) {
    for (const found of text.matchAll(USER_AND_PASSWORD)) {
      const value = found[2] ?? '';
      if (isNoSecret(value, found[3] === undefined) || /^\d{1,6}$/.test(value)) continue;
      matches.push({ kind: 'password', start: found.index + found[0].length - value.length, end: found.index + found[0].length });
    }
  }
  return matches;
};

const isNoSecret = (value: string, isQuoted = false): boolean =>
  /\s/.test(value) ||
  isPlaceholder(value) ||
  (!isQuoted && /^[-$]/.test(value)) ||
  /^[<{\\]|^\.{0,2}\/|^~\/|^[a-z]{1,11}$/.test(value) ||
  /^[A-Z_]+$/.test(value);
