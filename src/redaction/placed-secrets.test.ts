import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../model/event.ts';
import { redactEvents } from './redact-session.ts';
import { createRedactor, redactText } from './redact-text.ts';

const DRAWN = 'q7Zp2VbX9rTk4LmW8sYd';
const MADE_UP = 'Tulip!Ferry82';
const PHRASE = 'orbit lemon castle window basket copper island marble pencil rocket silver turtle';

const base = (seq: number) => ({ id: `e${seq}`, seq, line: seq + 1, at: null, thread: 'main' });

/** `@` marks the secret in each of them. */
describe('a secret is known by where it stands', () => {
  test.each([
    ['in the next element', '<name>smtp.password</name>\n  <value>@</value>', MADE_UP],
    ['in a nested field', 'mail_token:\n    type: string\n    value: @', DRAWN],
    ['in a default of code', "const key = env.MAIL_TOKEN ?? '@';", DRAWN],
    ['in a default of a shell', 'run "${MAIL_TOKEN:-@}"', DRAWN],
    ['in a planned change', '  ~ admin_password = "before" -> "@"', MADE_UP],
    ['in a form that is filled in', "driver.find('#user_password').sendKeys('@')", MADE_UP],
    ['in a part of a form', 'name="passphrase"\r\n\r\n@\r\n--x--', MADE_UP],
    ['in a column of a table', '| host | password |\n| --- | --- |\n| mail | @ |', MADE_UP],
    ['in a column of a file', 'id,api_token,note\n4,@,x', DRAWN],
    ['in a row beside its name', "UPDATE conf SET v = '@' WHERE k = 'mail_password';", MADE_UP],
    ['under a command that prints it', '$ cat deploy/service.token\n@\n', DRAWN],
    ['under the words that announce it', 'Your admin password:\n\n  @\n', DRAWN],
    ['behind a prompt', 'Enter passphrase for /srv/id: @\nok', 'ferry-tulip-garden-lamp'],
    ['behind a user in a call', 'open_connection("mail.lan", "postmaster", "@")', MADE_UP],
    ['piped into a program', "echo '@' | sudo -S true", MADE_UP],
    ['after a name in German', 'Das Kennwort lautet @ und gilt bis Mai.', MADE_UP],
    ['after a name in Korean', '비밀번호는 @ 입니다', MADE_UP],
    ['after a name in Polish', 'hasło: @', MADE_UP],
    ['named after itself', 'use @ as the api token', DRAWN],
    ['in a file of one password', '$ cat .vault_pass\n@\n', 'TulipFerry82'],
    ['as one of codes without a digit', 'Backup codes:\n  QLZR-Q6CD\n  @\n', 'NGIF-GIXG'],
    ['as codes of digits in groups', 'Your recovery codes:\n  0753 4884\n  @\n', '3727 2164'],
    ['as a seed typed by hand', 'Scan the code or enter this key by hand: @', '3A5W 3CFI FX22 AMKV PYZM HBBF 3ZJU IJEN'],
    ['in three quotes', 'api_key = """@"""', DRAWN],
    ['in an element named by its attribute', '<entry key="smtp.password">@</entry>', MADE_UP],
    ['in character data', '<password><![CDATA[@]]></password>', MADE_UP],
    ['in a list of user and password', "auth: [ 'nadia', '@' ]", MADE_UP],
    ['in a table on its side', 'login | nadia\ntoken | @', DRAWN],
    ['in a link that lets in', 'https://shop.lan/magic-link?t=@', DRAWN],
    ['where a token is signed', "jwt.sign(payload, '@', {})", DRAWN],
    ['as words and a number', 'MAIL_TOKEN=@', 'tulip-ferry-lamp-82'],
    ['behind a clause', 'the password that works here is @', MADE_UP],
    ['as words of a wallet', 'Seed phrase\n\n@\n', PHRASE],
  ])('%s', async (_, template, secret) => {
    expect((await redactText(template.replace('@', secret))).text).not.toContain(secret);
  });

  test('in a dump of bytes, in both columns', async () => {
    const dump = `00000000  4d 41 49 4c 5f 54 4f 4b  45 4e 3d 71 37 5a 70 32  |MAIL_TOKEN=q7Zp2|\n00000010  56 62 58 39 72 54 6b 34  4c 6d 57 38 73 59 64 0a  |VbX9rTk4LmW8sYd.|`;
    const { text } = await redactText(dump);
    expect(text).not.toMatch(/q7Zp2|VbX9|56 62 58/);
    expect(text).toContain('MAIL_TOKEN=');
  });

  test('at the end of a key whose heading is elsewhere', async () => {
    const line = 'MIIEpAIBAAKCAQEA7Zk2mQ0h3xVq9tJ8nR4sW1yB6cD5eF0gH2iK3lM4oN5pQ6r';
    expect((await redactText(`done\n${line}\n${line}\nabc=\n-----END PRIVATE KEY-----\nend`)).text).toBe('done\n[secret:private-key-1]\n\n\n\nend');
  });

  test('in the answer to a question, and in what a command printed', async () => {
    const events: SessionEvent[] = [
      { ...base(0), kind: 'reply', text: 'Which password does the mail server take?' },
      { ...base(1), kind: 'prompt', text: MADE_UP, origin: 'human', images: 0 },
    ];
    const { value } = await redactEvents(events, await createRedactor());
    expect(JSON.stringify(value)).not.toContain(MADE_UP);
  });
});

describe('what only looks so stays', () => {
  test.each([
    '--- PASS: TestParseLogLevel (0.00s)',
    '$ git log -1 --format=%H -- token.ts\n3f2a91c4d5e6f708192a3b4c5d6e7f8091a2b3c4',
    '<label>Password</label><input id="password">',
    'Which password policy applies?\n\nThe-default-one',
    '| name | password |\n| --- | --- |\n| string | required |',
    'the first twelve small words of a line are not what opens a wallet today',
    "passport.authenticate('local', 'user:email')",
    'Passwort: siehe docs/setup.md',
    '-----END PRIVATE KEY-----',
    '00000000: 504b 0304 1400 0000 0800 0000 2100 1122  PK..........!..',
    'const limit = options.maxTokens ?? "unlimited";',
    'use createdAt as the sort key',
    'secret: SecretStr\n> app@1.0.0 build',
    'arn:aws:secretsmanager:eu-west-1:115941163024:secret:prod/mail-Gl30EV',
    'xoxb-your-token',
    '$ cat docs/password-policy.md\nMinimumLength12',
    'Recovery codes:\n  Download\n  Print\n',
    'Enter this code: WORD FROM THIS LIST HERE',
  ])('%s', async (text) => {
    expect((await redactText(text)).text).toBe(text);
  });
});

test.each([
  ['tables', '| password |\n'],
  ['nested settings', 'token={\n'],
  ['words', 'lemon '],
  ['dumps', '00000000: 4142 4344  ABCD\n'],
  ['prompts', '$ cat a.key\n'],
  ['ends of keys', 'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo\n-----END PRIVATE KEY-----x\n'],
  ['foreign words', 'пароль '],
  ['calls', 'connect("a","b"'],
  ['defaults', '${TOKEN:-'],
])('half a megabyte of %s is done with', { timeout: 60_000 }, async (_, unit) => {
  const text = unit.repeat(Math.ceil(500_000 / unit.length));
  expect((await redactText(text)).text.length).toBeGreaterThan(0);
});
