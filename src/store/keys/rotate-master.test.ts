import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openKeys, type Keys } from './open-keys.ts';
import { openBytes } from './seal-bytes.ts';

const SCRIPT = fileURLToPath(new URL('testing/rotate-until.ts', import.meta.url));
const NAMES = ['case-c_1', 'case-c_2', 'round-r_1'];

function open(folder: string): Keys {
  const opened = openKeys({ folder, variables: {} });
  if (!opened.ok) throw new Error(opened.problem.what);
  return opened.value;
}
const readAll = (folder: string): unknown[] => NAMES.map((name) => open(folder).readKey(name));

test('a rotation killed at any of its steps loses no key, and the next one ends it', async () => {
  const home = mkdtempSync(join(tmpdir(), 'rounds-keys-'));
  const whole = join(home, 'whole');
  for (const name of NAMES) await open(whole).createKey(name);
  const before = readAll(whole);
  expect(before).not.toContainEqual(expect.objectContaining({ ok: false }));
  const former = readFileSync(join(whole, 'master'));

  let killed = 0;
  for (let step = 1, isOver = false; !isOver; step++) {
    const folder = join(home, String(step));
    cpSync(whole, folder, { recursive: true });
    const { signal, status, stderr } = spawnSync(process.execPath, [SCRIPT, folder, String(step)], { encoding: 'utf8' });
    isOver = signal === null;
    if (isOver) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    else killed += 1;
    expect(readAll(folder)).toEqual(before);
    expect((await open(folder).rotateMaster()).ok).toBe(true);
    expect(readAll(folder)).toEqual(before);
    expect(readdirSync(folder)).not.toContain('master.next');
    for (const name of NAMES) expect(openBytes(former, name, readFileSync(join(folder, `${name}.key`)))).toBeNull();
  }
  // Two for the new master key, three for each key, two to end it, and folders: fewer would mean that steps were not seen.
  expect(killed).toBeGreaterThan(12);
  rmSync(home, { recursive: true });
});
