import type { Random } from '../random.ts';
import { drawHost, drawLogTime, drawTeam } from './draw-names.ts';

/** A piece of transcript in which a secret stands beside the name of its variable. */
export function surroundNamed(random: Random, token: string, variable: string): string {
  const lower = variable.toLowerCase();
  return random.pick([
    `$ cat .env.local\nNODE_ENV=production\nPORT=${random.between(3000, 9000)}\n${variable}=${token}\nLOG_LEVEL=debug\n`,
    `export ${variable}='${token}'`,
    `     1→# local overrides\n     2→${variable}="${token}"\n     3→DEBUG=true\n     4→`,
    `config/settings.py:${random.between(10, 300)}:${variable} = os.environ.get("${variable}", "${token}")`,
    `{"command":"${variable}=${token} node scripts/sync.mjs --team ${drawTeam(random)}","timeout":120000}`,
    `{\n  "mcpServers": {\n    "${drawTeam(random)}": {\n      "command": "npx",\n      "args": ["-y", "server"],\n      "env": { "${variable}": "${token}" }\n    }\n  }\n}`,
    `@@ -4,7 +4,7 @@ services:\n   ${drawTeam(random)}:\n     environment:\n-      ${variable}: changeme\n+      ${variable}: ${token}\n       TZ: UTC`,
    `const client = new Client({ ${lower.replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase())}: "${token}" });`,
    `\u001b[36m${variable}\u001b[0m=\u001b[33m${token}\u001b[0m`,
    `[${drawTeam(random)}]\n${lower} = ${token}\nregion = eu-west-1`,
    `  ${lower}:\n    value: ${token}\n    sensitive: true`,
    `$ printenv | sort\nHOME=/root\nLANG=C.UTF-8\n${variable}=${token}\nPATH=/usr/local/bin:/usr/bin\nPWD=/srv/app`,
  ]);
}

/** A piece of transcript around a token of a known form: beside its variable, or with little or nothing that says what it is. */
export function surroundToken(random: Random, token: string, variable: string): string {
  if (random.next() < 0.6) return surroundNamed(random, token, variable);
  const host = drawHost(random);
  return random.pick([
    `curl -sS -H "Authorization: Bearer ${token}" https://${host}/v1/me | jq .`,
    `curl https://${host}/v2/items -H 'x-api-key: ${token}' -d '{"limit": 5}'`,
    `here you go, use this one: ${token} and tell me if it still 401s`,
    `ok I rotated it. the new one is\n\n${token}\n\nput it where the old one was`,
    `${drawLogTime(random)} ERROR client: request failed status=401 key=${token} attempt=${random.between(1, 5)}`,
    `Error: Incorrect API key provided: ${token}.\n    at Client.makeStatusError (/srv/app/node_modules/client/core.js:${random.between(100, 900)}:15)`,
    `$ history | tail -3\n  501  cd ${drawTeam(random)}\n  502  ./login.sh ${token}\n  503  history | tail -3`,
  ]);
}
