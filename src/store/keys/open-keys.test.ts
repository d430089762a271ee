import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openKeys, type Keys } from './open-keys.ts';
import { openBytes } from './seal-bytes.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'rounds-keys-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function open(variables: Record<string, string> = {}): Keys {
  const opened = openKeys({ folder, variables });
  if (!opened.ok) throw new Error(opened.problem.what);
  return opened.value;
}

async function encrypt(keys: Keys, name: string, text: string): Promise<Buffer> {
  const sealed = await keys.encrypt(name, `content of ${name}`, Buffer.from(text));
  if (!sealed.ok) throw new Error(sealed.problem.what);
  return sealed.value;
}
const decrypt = async (keys: Keys, name: string, sealed: Buffer): Promise<string> => {
  const plain = await keys.decrypt(name, `content of ${name}`, sealed);
  return plain.ok ? plain.value.toString() : plain.problem.what;
};

describe('keys outside the database', () => {
  test('another process with the same folder reads what one encrypted; nobody else may read the files', async () => {
    const sealed = await encrypt(open(), 'case-c_1', 'the case');
    expect(await decrypt(open(), 'case-c_1', sealed)).toBe('the case');
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  test('two at once agree on one key', async () => {
    const [one, other] = await Promise.all([open().createKey('round-r_1'), open().createKey('round-r_1')]);
    expect(one).toEqual(other);
    expect(one.ok).toBe(true);
  });

  test('a destroyed key is gone for every process, and is never made again', async () => {
    const [keys, others] = [open(), open()];
    const sealed = await encrypt(keys, 'case-c_1', 'the case');
    const kept = await encrypt(keys, 'case-c_11', 'another case');
    const wrapped = readFileSync(join(folder, 'case-c_1.key'));
    expect((await keys.destroy('case-c_1')).ok).toBe(true);
    expect(await decrypt(others, 'case-c_1', sealed)).toBe('This was forgotten: its key is destroyed.');
    expect((await others.encrypt('case-c_1', 'late', Buffer.from('late'))).ok).toBe(false);
    expect(await decrypt(others, 'case-c_11', kept)).toBe('another case');
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes(wrapped)).toBe(false);
  });

  test('what was encrypted as one thing does not open as another', async () => {
    const keys = open();
    const sealed = await encrypt(keys, 'case-c_1', 'the case');
    const asOther = await keys.decrypt('case-c_1', 'outcome of case-c_1', sealed);
    expect(asOther).toMatchObject({ ok: false, problem: { tag: 'storage', why: 'It is damaged, or it is not what it is said to be.' } });
    await keys.createKey('case-c_2');
    expect(await keys.decrypt('case-c_2', 'content of case-c_1', sealed)).toMatchObject({ problem: { why: 'It was encrypted with another key.' } });
  });

  test('rotation changes no key and leaves none that the former master key opens, also those made meanwhile', async () => {
    const keys = open();
    const sealed = await encrypt(keys, 'case-c_1', 'the case');
    const former = readFileSync(join(folder, 'master'));
    const rotating = keys.rotateMaster();
    const meanwhile = await encrypt(open(), 'case-c_2', 'made meanwhile');
    expect((await rotating).ok).toBe(true);
    expect(await decrypt(open(), 'case-c_1', sealed)).toBe('the case');
    expect(await decrypt(open(), 'case-c_2', meanwhile)).toBe('made meanwhile');
    for (const name of keys.listNames()) expect(openBytes(former, name, readFileSync(join(folder, `${name}.key`)))).toBeNull();
  });

  test('a master key from a variable takes the place of the file, and of another variable', async () => {
    const sealed = await encrypt(open(), 'case-c_1', 'the case');
    const [first, second] = [randomBytes(32).toString('base64'), randomBytes(32).toString('hex')];
    expect((await open({ ROUNDS_MASTER_KEY: first }).rotateMaster()).ok).toBe(true);
    expect(readdirSync(folder)).not.toContain('master');
    expect(await open({ ROUNDS_MASTER_KEY: first }).rotateMaster()).toMatchObject({ problem: { tag: 'wrong-usage' } });
    expect(await open({ ROUNDS_MASTER_KEY: first, ROUNDS_MASTER_KEY_NEXT: second }).rotateMaster()).toEqual({ ok: true, value: 1 });
    expect(await decrypt(open({ ROUNDS_MASTER_KEY: second }), 'case-c_1', sealed)).toBe('the case');
    expect(openKeys({ folder, variables: { ROUNDS_MASTER_KEY: first } })).toMatchObject({ problem: { tag: 'storage' } });
    // Without any, a new one would make keys beside those that it cannot open.
    expect(openKeys({ folder, variables: {} })).toMatchObject({ problem: { tag: 'storage' } });
    expect(openKeys({ folder, variables: { ROUNDS_MASTER_KEY: 'short' } })).toMatchObject({ problem: { tag: 'wrong-usage' } });
  });

  test('a name is never a path', async () => {
    await expect(open().createKey('../master')).rejects.toThrow('No name of a key');
  });
});
