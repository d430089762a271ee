/** E-mail addresses, and the names of people in the paths of their home folders. */
import type { Detector, Match } from '../match.ts';

const LOCAL_CHARACTER = /[A-Za-z0-9._%+'-]/;
const DOMAIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})(?:\.[A-Za-z0-9-]{1,63}){0,5}\.([A-Za-z]{2,24})(?![A-Za-z0-9_(])/;
/** Domains set aside for examples (RFC 2606, RFC 6761), and addresses that belong to programs. */
const RESERVED = /(?:^|\.)(?:example|test|invalid|localhost|local)(?:\.(?:com|org|net))?$/i;
const PROGRAM = /^(?:(?:.{0,60}\.)?git|noreply|no-reply|donotreply|do-not-reply|notifications?|bot|.{0,60}\[bot\])$/i;
const FILE_ENDING =
  /^(?:js|ts|mjs|cjs|jsx|tsx|json|md|png|jpe?g|svg|gif|webp|css|scss|html|py|rb|rs|java|txt|ya?ml|toml|lock|tgz|zip|gz|map|vue|log|service|timer|socket|target|mount|patch|diff|sh|go|tar|whl|map|lib|dll|so|exe)$/i;

export const findEmails: Detector = (text) => {
  const matches: Match[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && at - start < 64 && LOCAL_CHARACTER.test(text[start - 1] ?? '')) start -= 1;
    while (start < at && /[.%+'-]/.test(text[start] ?? '')) start += 1;
    if (start === at) continue;
    const domain = DOMAIN.exec(text.slice(at + 1, at + 330));
    if (!domain || RESERVED.test(domain[0]) || FILE_ENDING.test(domain[1] ?? '')) continue;
    // `user@host` of an address bar or a remote is no mailbox; `name@domain:path` is one of git.
    const after = text[at + 1 + domain[0].length];
    if (PROGRAM.test(text.slice(start, at)) || text.slice(Math.max(0, start - 3), start) === '://' || after === '/') continue;
    matches.push({ kind: 'email', start, end: at + 1 + domain[0].length });
  }
  return matches;
};

const HOME =
  /(?:(?<![A-Za-z0-9_.])(?:\/private|\/var|\/export|\/mnt\/[a-z]|\/[a-z])?\/(?:home|Users)\/|\b[A-Za-z]:(?:\\{1,8}|\/)(?:Users|Documents and Settings)(?:\\{1,8}|\/)|(?<=[\s"'/\\=(]|^)(?:[A-Z]-)?-(?:home|Users)-)([^\s/\\:"'`<>|*?,;()[\]{}$&-][^\s/\\:"'`<>|*?,;()[\]{}$&]{0,63})/g;
/** Accounts of machines, containers and guides: they name nobody. */
const NOBODY = new Set(
  `user users username name you me root admin administrator runner node app ubuntu debian ec2-user vscode codespace gitpod coder circleci travis vagrant jenkins git www-data
   postgres nobody public shared default guest test tester dev developer worker agent build builder docker pi linuxbrew runneradmin containeradministrator vcap opc azureuser
   vsts sandbox claude codex workspace project projects code src someone foo bar example your-name yourname your-username yourusername me youruser jovyan appuser
   site wwwroot deploy service home file path static assets data dir`.split(/\s+/),
);

export const findHomeNames: Detector = (text) => {
  const matches: Match[] = [];
  for (const found of text.matchAll(HOME)) {
    const isSlug = /-(?:home|Users)-$/.test(found[0].slice(0, -(found[1]?.length ?? 0)));
    const name = (isSlug ? found[1]?.split('-')[0] : found[1])?.replace(/\.{1,3}$/, '') ?? '';
    const start = found.index + found[0].length - (found[1]?.length ?? 0);
    if (name.length > 1 && !NOBODY.has(name.toLowerCase()) && !/^[.…%]/.test(name)) matches.push({ kind: 'user', start, end: start + name.length });
  }
  return matches;
};
