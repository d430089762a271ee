/** Where secrets turn up in sessions: a command, a file, a log, a diff, prose. */
import type { Random } from './random.ts';

const VERBS = ['check', 'restart', 'deploy', 'migrate', 'test', 'build', 'inspect'];
const THINGS = ['the billing worker', 'the staging cluster', 'the import job', 'the login page', 'the report service', 'the queue'];

export const aSentence = (random: Random): string => `I'll ${random.pick(VERBS)} ${random.pick(THINGS)} first, then look at the output.`;

export const aHost = (random: Random): string =>
  `${random.pick(['db', 'api', 'queue', 'files', 'build'])}${random.between(1, 9)}.${random.pick(['internal.acme-corp.io', 'prod.northwind.dev', 'lan'])}`;

export const aTime = (random: Random): string =>
  `2026-0${random.between(1, 9)}-${random.between(10, 28)}T${random.between(10, 23)}:${random.between(10, 59)}:${random.between(10, 59)}.${random.between(100, 999)}Z`;

/** A setting in one of the ways people write them. `name` is in UPPER_CASE. */
export function aSetting(random: Random, name: string, value: string): string {
  const camel = name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return random.pick([
    () => `# .env.production\nNODE_ENV=production\n${name}=${value}\nPORT=8080\n`,
    () => `export ${name}="${value}" && npm run deploy`,
    () => `${aTime(random)} debug config loaded {"port":8080,"${camel}":"${value}","retries":3}`,
    () => `services:\n  web:\n    image: web:1.4.2\n    environment:\n      ${name}: "${value}"\n      LOG_LEVEL: info\n`,
    () => `diff --git a/config.ts b/config.ts\n@@ -3,6 +3,7 @@\n export const config = {\n   port: 8080,\n+  ${camel}: '${value}',\n   retries: 3,\n };`,
    () => `docker run -d --name web -e ${name}=${value} -p 8080:8080 web:latest`,
    () => `Error: request failed with status 401\n    at send (/srv/app/client.js:41:13)\n    env: { ${name}: '${value}', PATH: '/usr/bin' }`,
    () => `${aSentence(random)} The file sets ${name} to \`${value}\`, which the worker reads at start.`,
    () => `[default]\nregion = eu-west-1\n${name.toLowerCase()} = ${value}\n`,
    () => JSON.stringify({ type: 'tool_result', content: JSON.stringify({ [camel]: value, ok: true }) }),
    () => `- name: ${name}\n  value: ${value}\n- name: TZ\n  value: UTC`,
    () => `terraform {\n  backend "http" {\n    ${name.toLowerCase()} = "${value}"\n  }\n}`,
  ])();
}

/** A value with a form of its own, where nothing names it. */
export function anywhere(random: Random, value: string): string {
  return random.pick([
    () => `Here it is: ${value}. Please use it for the next run only.`,
    () => `$ cat notes.txt\n${value}\n$`,
    () => `curl -sS https://${aHost(random)}/v1/items -H 'Authorization: Bearer ${value}'`,
    () => `{"level":"warn","time":"${aTime(random)}","msg":"retrying with ${value}","attempt":2}`,
    () => `  12→const client = create("${value}");`,
    () => `-  client: ${value}\n+  client: \${FROM_VAULT}`,
    () => `> POST /v1/items HTTP/1.1\n> Host: ${aHost(random)}\n> X-Api-Key: ${value}\n> Accept: */*`,
    () => `AssertionError: expected '${value}' to equal undefined\n    at test/config.test.ts:14:22`,
    () => JSON.stringify(JSON.stringify({ output: `set to ${value}\ndone` })),
    () => `https://${aHost(random)}/callback?state=ok&access_token=${value}&expires_in=3600`,
  ])();
}
