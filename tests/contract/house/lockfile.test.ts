import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };

// `npm ci` refuses a lockfile that lacks another platform's optional package, which happens when the registry did not have
// it on the day the lockfile was written: the clone then installs on no machine at all.
test('the lockfile holds every optional package it names, for every platform', () => {
  const names = Object.keys(packages);
  const wanted = Object.values(packages).flatMap((locked) => Object.keys(locked.optionalDependencies ?? {}));
  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((name) => !names.some((path) => path.endsWith(`node_modules/${name}`)))).toEqual([]);
});

test('the lockfile names no registry host', () => {
  expect(Object.values(packages).filter((locked) => locked.resolved)).toEqual([]);
});

test('dependencies are pinned exactly', () => {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as Record<string, Record<string, string>>;
  const ranges = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => Object.entries(manifest[group] ?? {}));
  expect(ranges.length).toBeGreaterThan(20);
  expect(ranges.filter(([, range]) => !/^(npm:typescript@)?\d+(\.\d+){0,2}(-[\w.]+)?$/.test(range))).toEqual([]);
});
