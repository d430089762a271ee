import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { eraseFile, overwriteFile } from './erase-file.ts';
import { KEY_BYTES } from './seal-bytes.ts';
import { createPrivately, syncFolder } from './write-privately.ts';

/** The keys that wrap all others; more than one while they are changed. */
export interface MasterKeys {
  /** Newest first. The newest wraps what is made, any of them may have wrapped what is there. */
  readonly list: () => readonly Buffer[];
  /** Makes the first one where there is none. */
  readonly make: () => void;
  /** Makes sure that there is a newer one to change to; goes on with a change that was interrupted. */
  readonly begin: () => Result<void, Problem>;
  /** All but the newest are used no more. */
  readonly finish: () => void;
}

/** Settings that give the key instead of a file: for those who keep secrets elsewhere. */
const VARIABLE = 'ROUNDS_MASTER_KEY';
const VARIABLE_OF_NEXT = 'ROUNDS_MASTER_KEY_NEXT';

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * From the variables where they are set, else from files of the key folder: `master`, and `master.next` while it is changed.
 * Setting the variable where there was a file is a change too, done by the next rotation.
 */
export function openMasterKeys(folder: string, variables: Variables): Result<MasterKeys, Problem> {
  const given = readGiven(variables);
  return given.ok ? ok(createMasterKeys(folder, given.value)) : given;
}

function createMasterKeys(folder: string, given: readonly Buffer[]): MasterKeys {
  const [file, next] = [join(folder, 'master'), join(folder, 'master.next')];
  const list = (): Buffer[] => [...given, ...[next, file].filter((path) => existsSync(path)).map((path) => readFileSync(path))];
  const isGiven = given.length > 0;
  return {
    list,
    make: () => void (list().length > 0 || createPrivately(file, randomBytes(KEY_BYTES))),
    begin: () => {
      if (!isGiven && !existsSync(next)) createPrivately(next, randomBytes(KEY_BYTES));
      if (list().length > 1) return ok(undefined);
      return failed(problem('wrong-usage', 'There is no new master key to change to.', { next: `Give it in ${VARIABLE_OF_NEXT}, beside ${VARIABLE}.` }));
    },
    finish: () => {
      if (isGiven) for (const path of [file, next]) eraseFile(path);
      else if (existsSync(next)) {
        // Interrupted in between, the second file still holds the newest, and the next rotation ends it.
        overwriteFile(file);
        renameSync(next, file);
        syncFolder(folder);
      }
    },
  };
}

function readGiven(variables: Variables): Result<readonly Buffer[], Problem> {
  const given: Buffer[] = [];
  for (const name of [VARIABLE_OF_NEXT, VARIABLE]) {
    const text = variables[name];
    const key = text ? parseKey(text) : null;
    if (text && !key) return failed(problem('wrong-usage', `${name} is not a key of ${KEY_BYTES} bytes.`, { next: 'Make one with: openssl rand -base64 32' }));
    if (key) given.push(key);
  }
  return ok(given);
}

function parseKey(text: string): Buffer | null {
  const key = Buffer.from(text.trim(), /^[0-9a-f]{64}$/i.test(text.trim()) ? 'hex' : 'base64');
  return key.length === KEY_BYTES ? key : null;
}
