/** Private keys in the files and wrappings they are found in; each line of the body must go, the lines around it may stay. */
import { BASE62, type Random } from '../random.ts';
import type { SecretKind } from '../secret-kind.ts';
import { drawTeam, drawUser } from './draw-names.ts';
import { plantSecret, plantSecrets } from './plant-secret.ts';

interface KeyText {
  readonly label: string;
  readonly lines: readonly string[];
}

/** A last line of a few characters gives nothing away, and may stand elsewhere by chance. */
const toSecrets = (lines: readonly string[]): string[] => lines.filter((line) => line.length >= 8);

const wrap = (text: string, width: number): string[] => text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];

/** What a key begins with is the same for all of its form; it is drawn with the rest, as a redactor must take the line whole. */
function drawKey(random: Random): KeyText {
  const [label, head, length, width] = random.pick([
    ['RSA PRIVATE KEY', 'MIIEpAIBAAKCAQEA', 1190, 64],
    ['PRIVATE KEY', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC', 1216, 64],
    ['EC PRIVATE KEY', 'MHcCAQEEI', 120, 64],
    ['OPENSSH PRIVATE KEY', 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAAB', 350, 70],
    ['ENCRYPTED PRIVATE KEY', 'MIIFHDBOBgkqhkiG9w0BBQ0wQTApBgkqhkiG9w0BBQwwHA', 1700, 64],
    ['DSA PRIVATE KEY', 'MIIBuwIBAAKBgQ', 590, 64],
  ] as const);
  const body = `${head}${random.bytes(Math.ceil((length * 3) / 4)).toString('base64')}`;
  return { label, lines: wrap(body, width) };
}

const toFile = ({ label, lines }: KeyText, indent = ''): string =>
  [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].map((line) => indent + line).join('\n');

export const PRIVATE_KEYS: readonly SecretKind[] = [
  {
    name: 'private key file',
    plant: (random) => {
      const key = drawKey(random);
      return plantSecrets(toSecrets(key.lines), [
        random.pick([
          `$ cat ~/.ssh/id_rsa\n${toFile(key)}\n`,
          `here is the deploy key:\n${toFile(key)}\nthanks`,
          `cat > key.pem <<'EOF'\n${toFile(key)}\nEOF\nchmod 600 key.pem`,
        ]),
      ]);
    },
  },
  {
    name: 'private key indented in yaml',
    plant: (random) => {
      const key = drawKey(random);
      return plantSecrets(toSecrets(key.lines), [`stringData:\n  ssh-privatekey: |\n${toFile(key, '    ')}\n  known_hosts: ""\n`]);
    },
  },
  {
    name: 'private key with line numbers or diff signs',
    plant: (random) => {
      const key = drawKey(random);
      const lines = toFile(key).split('\n');
      return plantSecrets(toSecrets(key.lines), [
        random.pick([
          lines.map((line, index) => `${String(index + 1).padStart(6)}→${line}`).join('\n'),
          `diff --git a/server.key b/server.key\nnew file mode 100600\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}`).join('\n')}`,
          lines.map((line, index) => `certs/server.key:${index + 1}:${line}`).join('\n'),
        ]),
      ]);
    },
  },
  {
    name: 'private key escaped in json or an env file',
    plant: (random) => {
      const key = drawKey(random);
      const escaped = `${toFile(key)}\n`.replaceAll('\n', '\\n');
      return plantSecrets(toSecrets(key.lines), [
        random.pick([
          `{\n  "type": "service_account",\n  "project_id": "${drawTeam(random)}",\n  "private_key": "${escaped}",\n  "client_email": "ci@${drawTeam(random)}.iam.gserviceaccount.com"\n}`,
          `FIREBASE_PRIVATE_KEY="${escaped}"\nPORT=3000`,
          `{"stdout":"${JSON.stringify(`{"private_key":"${escaped}"}`).slice(1, -1)}","code":0}`,
        ]),
      ]);
    },
  },
  {
    name: 'private key in string pieces of code',
    plant: (random) => {
      const key = drawKey(random);
      const lines = toFile(key).split('\n');
      return plantSecrets(toSecrets(key.lines), [
        random.pick([
          `String pem =\n${lines.map((line) => `    "${line}\\n"`).join(' +\n')};`,
          `const char *pem =\n${lines.map((line) => `  "${line}\\n"`).join('\n')};`,
          `KEY = [\n${lines.map((line) => `  '${line}',`).join('\n')}\n].join("\\n")`,
        ]),
      ]);
    },
  },
  {
    name: 'private key cut off before its end',
    plant: (random) => {
      const key = drawKey(random);
      const shown = key.lines.slice(0, random.between(2, 8));
      return plantSecrets(toSecrets(shown), [`$ head -n ${shown.length + 1} deploy.pem\n-----BEGIN ${key.label}-----\n${shown.join('\n')}\n`]);
    },
  },
  {
    name: 'end of a private key',
    plant: (random) => {
      const key = drawKey(random);
      const shown = key.lines.slice(-random.between(2, 6));
      return plantSecrets(toSecrets(shown), [`$ tail -n ${shown.length + 1} deploy.pem\n${shown.join('\n')}\n-----END ${key.label}-----\n`]);
    },
  },
  {
    name: 'private key in two neighbouring texts',
    plant: (random) => {
      const key = drawKey(random);
      const file = toFile(key).split('\n');
      const half = Math.ceil(file.length / 2);
      return plantSecrets(toSecrets(key.lines), [`$ cat server.key\n${file.slice(0, half).join('\n')}\n`, `${file.slice(half).join('\n')}\n`]);
    },
  },
  {
    name: 'pgp private key block',
    plant: (random) => {
      const lines = wrap(`lQ${random.bytes(600).toString('base64').replaceAll('=', '')}`, 64);
      return plantSecrets(toSecrets(lines), [
        `-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: GnuPG v2\n\n${lines.join('\n')}\n=${random.draw(BASE62, 4)}\n-----END PGP PRIVATE KEY BLOCK-----`,
      ]);
    },
  },
  {
    name: 'putty key',
    plant: (random) => {
      const lines = wrap(random.bytes(440).toString('base64'), 64);
      const shared = wrap(random.bytes(270).toString('base64'), 64);
      return plantSecrets(toSecrets(lines), [
        `PuTTY-User-Key-File-3: ssh-rsa\r\nEncryption: none\r\nComment: ${drawUser(random)}\r\nPublic-Lines: ${shared.length}\r\n${shared.join('\r\n')}\r\nPrivate-Lines: ${lines.length}\r\n${lines.join('\r\n')}\r\n`,
      ]);
    },
  },
  {
    name: 'key file wrapped in base64 once more',
    plant: (random) => {
      const wrapped = Buffer.from(toFile(drawKey(random))).toString('base64');
      return plantSecret(
        wrapped,
        random.pick([
          `tls.key: ${wrapped}`,
          `    client-key-data: ${wrapped}\n    client-certificate: /etc/ssl/ci.crt`,
          `SSH_KEY_B64=${wrapped}`,
          `echo ${wrapped} | base64 -d > ~/.ssh/id_ed25519`,
        ]),
      );
    },
  },
  {
    name: 'private member of a json web key',
    plant: (random) => {
      const drawMember = (): string => random.bytes(32).toString('base64url');
      const member = drawMember();
      return plantSecret(
        member,
        random.pick([
          `{"kty":"EC","crv":"P-256","x":"${drawMember()}","y":"${drawMember()}","d":"${member}","kid":"main"}`,
          `{"kty": "OKP", "crv": "Ed25519", "d": "${member}", "x": "${drawMember()}"}`,
          `VAPID_PRIVATE_KEY=${member}`,
          `{"kty":"oct","k":"${member}","alg":"HS256"}`,
        ]),
      );
    },
  },
];
