/** Files whose layout says where the secret is: .netrc, .npmrc, docker's and kubectl's configuration, Kubernetes Secrets, .pgpass, htpasswd. */
import type { Detector, Match } from '../match.ts';
import { isPlaceholder } from '../values/is-placeholder.ts';
import { looksRandom } from '../values/looks-random.ts';

const NETRC = /\b(?:machine\s{1,8}\S{1,200}|default)\s{1,8}login\s{1,8}\S{1,200}\s{1,8}(?:account\s{1,8}\S{1,200}\s{1,8})?password\s{1,8}(\S{1,300})/g;
const NPMRC = /(?:^|[:\s"'])(?:_authToken|_auth|_password)\s{0,4}=\s{0,4}["']?([^\s"'`]{6,2048})/gm;
const DOCKER_AUTH = /"(?:auth|identitytoken|registrytoken)"\s{0,8}:\s{0,8}"([A-Za-z0-9+/=._-]{8,4096})"/g;
const KUBE_FIELD = /\b(?:client-key-data|id-token|refresh-token|access-token)["']?:\s{0,4}["']?([A-Za-z0-9+/=._-]{16,12000})/g;
const SECRET_MANIFEST = /^[ \t+-]{0,8}["']?kind["']?:\s{0,4}["']?Secret["']?,?[ \t]{0,4}$/gm;
const PGPASS = /^[\w.*-]{1,100}:(?:\d{2,5}|\*):[\w*-]{1,63}:[\w*-]{1,63}:(\S{4,200})$/gm;
const DATA_ENTRY = /^([ \t+-]{1,16})["']?[\w.-]{1,100}["']?:[ \t]{0,4}["']?([^\s"']{4,8192})["']?,?[ \t]{0,4}$/;

/** Private parts of a JSON Web Key (RFC 7517). */
const JWK = /"(?:d|p|q|dp|dq|qi|k)"\s{0,8}:\s{0,8}"([A-Za-z0-9_-]{20,2000})"/g;
/** A secret beside the public id it belongs to: in the row of a table, the arguments of a call. */
const BESIDE_ID = /(?:\b(?:AKIA|ASIA)[A-Z0-9]{16}[^A-Za-z0-9\n]{1,6}([A-Za-z0-9/+]{40})|\bAC[a-f0-9]{32}[^A-Za-z0-9\n]{1,6}([a-f0-9]{32}))(?![A-Za-z0-9/+])/g;

export const findCredentialFiles: Detector = (text) => {
  const matches: Match[] = [];
  const addAll = (kind: string, pattern: RegExp, holds: (value: string) => boolean = () => true) => {
    for (const found of text.matchAll(pattern)) {
      const value = found[1] ?? found[2] ?? '';
      const start = found.index + found[0].lastIndexOf(value);
      if (!isPlaceholder(value) && holds(value)) matches.push({ kind, start, end: start + value.length });
    }
  };
  if (text.includes('machine') || text.includes('default')) addAll('netrc-password', NETRC);
  if (/_auth|_password/.test(text)) addAll('npm-token', NPMRC);
  if (/"(?:auth|identitytoken|registrytoken)"/.test(text)) addAll('docker-auth', DOCKER_AUTH, (value) => looksRandom(value, 20) || isUserAndPassword(value));
  if (text.includes('-data') || text.includes('-token')) addAll('kube-credential', KUBE_FIELD, (value) => looksRandom(value, 16));
  if (text.includes('"kty"')) addAll('private-key', JWK, (value) => looksRandom(value, 20));
  addAll('secret', BESIDE_ID);
  addAll('database-password', PGPASS, (value) => !/^\d+$/.test(value));
  if (text.includes('Secret')) matches.push(...findManifests(text));
  return matches;
};

const isUserAndPassword = (value: string): boolean => /^[^:\s]{1,100}:[\x20-\x7E]{1,300}$/.test(Buffer.from(value, 'base64').toString('latin1'));

/** Lines of a manifest that are looked at after its `kind`; `data` may stand before it too. */
const MANIFEST_LINES = 60;
const MANIFEST_LEAD = 4000;

function findManifests(text: string): Match[] {
  const matches: Match[] = [];
  let done = 0;
  for (const { index } of text.matchAll(SECRET_MANIFEST)) {
    if (index < done) continue;
    const reach = Math.max(done, index - MANIFEST_LEAD);
    const from = Math.max(reach, reach + text.slice(reach, index).lastIndexOf('\n---'));
    done = readManifest(text, from, index, matches);
  }
  return matches;
}

/** Gathers the values under `data` and `stringData`; returns where the manifest ends. */
function readManifest(text: string, from: number, kindAt: number, matches: Match[]): number {
  let inData = false;
  let start = from;
  for (let lines = 0; start < text.length && (start < kindAt || lines < MANIFEST_LINES);) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + 10_000));
    if (start > kindAt) {
      lines += 1;
      if (/^[+ ]?---/.test(line)) break;
    }
    if (/^[ \t+-]{0,8}["']?(?:data|stringData)["']?:/.test(line)) inData = true;
    else if (/^[+-]?[A-Za-z"']/.test(line)) inData = false;
    else if (inData) {
      const value = DATA_ENTRY.exec(line)?.[2];
      if (value !== undefined && !isPlaceholder(value))
        matches.push({ kind: 'kube-secret', start: start + line.lastIndexOf(value), end: start + line.lastIndexOf(value) + value.length });
    }
    start = end + 1;
  }
  return start;
}
