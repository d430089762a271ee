import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { lockAlone } from '../file-lock.ts';
import { eraseFile } from './erase-file.ts';
import { openMasterKeys, type MasterKeys } from './master-keys.ts';
import { KEY_BYTES, openBytes, readKeyId, sealBytes, toKeyId } from './seal-bytes.ts';
import { createPrivately, writePrivately } from './write-privately.ts';

const LOCK_PATIENCE_MS = 30_000;
const ENDING = '.key';
const GONE = '.gone';

export interface KeysRequest {
  /** Made when absent. All processes that serve one database share it; backups of the database never hold it. */
  readonly folder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The keys of what people shared, one a case and one a round, in files outside the database. */
export type Keys = ReturnType<typeof createKeys>;

export function openKeys({ folder, variables }: KeysRequest): Result<Keys, Problem> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const masters = openMasterKeys(folder, variables);
  if (!masters.ok) return masters;
  const keys = createKeys(folder, masters.value);
  const [one] = keys.listNames();
  // Where there are keys, a master key that opens none of them is the wrong one, and a new one would be too.
  if (one === undefined) masters.value.make();
  const read = one === undefined ? ok(undefined) : keys.readKey(one);
  return read.ok || read.problem.tag === 'not-found' ? ok(keys) : read;
}

function createKeys(folder: string, masters: MasterKeys) {
  return {
    listNames,
    createKey,
    readKey,
    destroyKey,
    rotateMaster,
    /** With the key of this name, made when absent. `about` names what is encrypted, and must be the same to decrypt it. */
    encrypt: async (name: string, about: string, plain: Uint8Array): Promise<Result<Buffer, Problem>> => {
      const key = await createKey(name);
      return key.ok ? ok(sealBytes(key.value, about, plain)) : key;
    },
    decrypt: async (name: string, about: string, sealed: Uint8Array): Promise<Result<Buffer, Problem>> => {
      const key = readKey(name);
      if (!key.ok) return key;
      const plain = openBytes(key.value, about, sealed);
      return plain ? ok(plain) : failed(unreadable(name, sealed, key.value));
    },
    destroy: destroyKey,
  };

  function fileOf(name: string): string {
    if (!/^[a-z0-9_-]{1,100}$/i.test(name)) throw new Error(`No name of a key: ${JSON.stringify(name)}`);
    return join(folder, name + ENDING);
  }

  /** The key of this name, made when absent; never again once destroyed. */
  async function createKey(name: string): Promise<Result<Buffer, Problem>> {
    const there = readKey(name);
    if (there.ok || there.problem.tag !== 'not-found') return there;
    return whileAlone(() => {
      if (existsSync(fileOf(name) + GONE)) return failed(forgotten());
      const [newest] = masters.list();
      if (!newest) throw new Error(`No master key in ${folder}.`);
      createPrivately(fileOf(name), sealBytes(newest, name, randomBytes(KEY_BYTES)));
      return readKey(name);
    });
  }

  /** Read anew each time: another process may destroy it at any moment. */
  function readKey(name: string): Result<Buffer, Problem> {
    const file = fileOf(name);
    if (existsSync(file + GONE)) return failed(forgotten());
    if (!existsSync(file)) return failed(problem('not-found', `There is no key "${name}".`, { next: `Look whether ${folder} is the right key folder.` }));
    return unwrap(name, readFileSync(file));
  }

  function unwrap(name: string, wrapped: Buffer): Result<Buffer, Problem> {
    for (const master of masters.list()) {
      const key = openBytes(master, name, wrapped);
      if (key) return ok(key);
    }
    return failed(
      problem('storage', `The key "${name}" cannot be opened.`, {
        why: 'It was wrapped with another master key, or its file is damaged.',
        next: `Start Rounds with the master key of ${folder}.`,
      }),
    );
  }

  /** Nothing it encrypted can be read again, in the database or in any backup. */
  function destroyKey(name: string): Promise<Result<void, Problem>> {
    return whileAlone(() => {
      const file = fileOf(name);
      // First, so that nobody makes it anew for what is being forgotten.
      createPrivately(file + GONE, '');
      for (const each of readdirSync(folder)) if (each.startsWith(name + ENDING) && !each.endsWith(GONE)) eraseFile(join(folder, each));
      return ok(undefined);
    });
  }

  /** Wraps all keys with a new master key. Interrupted anywhere, all can be read, and another call goes on. Returns how many. */
  async function rotateMaster(): Promise<Result<number, Problem>> {
    const begun = await whileAlone(masters.begin);
    if (!begun.ok) return begun;
    let count = 0;
    // One after the other, so that the server goes on meanwhile.
    for (const name of listNames()) {
      const wrapped = await whileAlone(() => rewrap(name));
      if (!wrapped.ok) return wrapped;
      if (wrapped.value) count += 1;
    }
    const finished = await whileAlone(() => {
      // Made while this went on by one that had not seen the new key yet.
      for (const name of listNames()) {
        const wrapped = rewrap(name);
        if (!wrapped.ok) return wrapped;
        if (wrapped.value) count += 1;
      }
      masters.finish();
      return ok(undefined);
    });
    return finished.ok ? ok(count) : finished;
  }

  function listNames(): string[] {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ENDING))
      .map((name) => name.slice(0, -ENDING.length));
  }

  /** False where there was nothing to do. */
  function rewrap(name: string): Result<boolean, Problem> {
    const [newest] = masters.list();
    const file = fileOf(name);
    if (!newest || !existsSync(file)) return ok(false);
    const wrapped = readFileSync(file);
    if (readKeyId(wrapped).equals(toKeyId(newest))) return ok(false);
    const key = unwrap(name, wrapped);
    if (!key.ok) return key;
    writePrivately(file, sealBytes(newest, name, key.value));
    return ok(true);
  }

  async function whileAlone<T>(work: () => Result<T, Problem>): Promise<Result<T, Problem>> {
    const lock = await lockAlone(join(folder, 'keys.lock'), LOCK_PATIENCE_MS);
    if (!lock) return failed(problem('storage', `Another process has held the keys in ${folder} for too long.`));
    try {
      return work();
    } finally {
      lock.release();
    }
  }
}

const forgotten = (): Problem => problem('not-found', 'This was forgotten: its key is destroyed.');

function unreadable(name: string, sealed: Uint8Array, key: Buffer): Problem {
  const isOfAnother = !readKeyId(sealed).equals(toKeyId(key));
  return problem('storage', `What the key "${name}" encrypted cannot be opened.`, {
    why: isOfAnother ? 'It was encrypted with another key.' : 'It is damaged, or it is not what it is said to be.',
    next: 'Restore the database and the key folder of the same time.',
  });
}
