/** Which tests of a tree to run for a file of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStartable } from '../../probes/suites/narrow-suite.ts';
import type { TreeFile } from '../../sources/git/list-tree.ts';
import type { DrillTree } from './drill-tree.ts';
import { isProduct, isTest } from './find-fixes.ts';
import { findNearTests, MOST_TEST_FILES, type TestText } from './find-near-tests.ts';
import { findReachingTests } from './find-reaching-tests.ts';
import { createImportResolver, listImports } from './list-imports.ts';

export interface TreeTests {
  readonly all: readonly TestText[];
  /** Few enough to be run as a whole. */
  readonly areFew: boolean;
  readonly findNear: (path: string) => readonly string[];
  /** Sets of test files to try in turn: those near the files; those that reach them through imports; all, where no other is known. */
  readonly choose: (paths: readonly string[]) => readonly (readonly string[])[];
}

/** Imports by a file's content: commits next to each other share nearly all of them. */
export type ImportsByObject = Map<string, readonly string[]>;

export function readTreeTests(
  { folder, suite }: Pick<DrillTree, 'folder' | 'suite'>,
  listed: readonly TreeFile[],
  under: string,
  known: ImportsByObject,
): TreeTests {
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const startable = new Set(listed.map(({ path }) => path).filter((path) => path.startsWith(under) && isStartable(suite.framework, path)));
  const all = [...startable].map((path) => ({ path, text: read(path) }));
  const code = listed.filter(({ path }) => startable.has(path) || isProduct(path) || isTest(path));
  const resolve = createImportResolver(code.map(({ path }) => path));
  const importers = new Map<string, string[]>();
  for (const { path, object } of code) {
    const given = known.get(`${path}\n${object}`) ?? listImports(path, read(path));
    known.set(`${path}\n${object}`, given);
    for (const one of given) {
      const target = resolve(path, one);
      if (target === undefined || target === path) continue;
      const others = importers.get(target);
      if (others) others.push(path);
      else importers.set(target, [path]);
    }
  }
  const areFew = all.length <= MOST_TEST_FILES;
  return {
    all,
    areFew,
    findNear: (path) => findNearTests(all, path),
    choose(paths) {
      const near = [...new Set(paths.flatMap((path) => findNearTests(all, path)))];
      const reaching = [...new Set(paths.flatMap((path) => findReachingTests(importers, (one) => startable.has(one), path)))].filter(
        (test) => !near.includes(test),
      );
      const found = [near, reaching].filter((tests) => tests.length > 0);
      return found.length > 0 || !areFew || all.length === 0 ? found : [all.map(({ path }) => path)];
    },
  };
}
