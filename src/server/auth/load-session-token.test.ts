import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSessionToken } from './load-session-token.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'rounds-token-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const load = (): string => {
  const loaded = loadSessionToken(home);
  if (!loaded.ok) throw new Error(loaded.problem.what);
  return loaded.value;
};
const path = (): string => join(home, 'session-token');

describe('loadSessionToken', () => {
  it('makes one for its owner alone and keeps it', () => {
    const token = load();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
    expect(load()).toBe(token);
    expect(readdirSync(home)).toEqual(['session-token']);
  });

  it('replaces one that others could read', () => {
    const token = load();
    chmodSync(path(), 0o644);
    expect(load()).not.toBe(token);
    expect(statSync(path()).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'short', `${'x'.repeat(43)} y`])('replaces one that is no token: %j', (text) => {
    writeFileSync(path(), text, { mode: 0o600 });
    expect(load()).toMatch(/^[\w-]{43}$/);
  });

  it('says where it could not be kept', () => {
    writeFileSync(join(home, 'file'), '');
    const loaded = loadSessionToken(join(home, 'file', 'below'));
    expect(loaded.ok ? null : loaded.problem).toMatchObject({ tag: 'storage', what: expect.stringContaining('session-token') as string });
  });
});
