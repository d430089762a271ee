import type { ProbeFramework } from './guess-framework.ts';

interface Template {
  readonly path: string;
  readonly code: string;
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
const isTest = (path: string): boolean => /(?:^|[./_-])(?:tests?|spec)[./_-]|_test\.|^test_/.test(path);

/** Where the repository keeps its tests and what it calls them, by one that the case shows; beside the code where it shows none. */
function placeTest(paths: readonly string[], beside: string, usual: string): { path: string; folder: string } {
  const shown = paths.map((path) => /^(.*\/)?[^/]*?([._-](?:test|spec)\.[cm]?[jt]sx?)$/.exec(path)).find((found) => found !== null);
  const folder = shown ? (shown[1] ?? '') : beside;
  return { path: `${folder}probe${shown?.[2] ?? usual}`, folder };
}

function placePythonTest(paths: readonly string[]): string {
  const shown = paths.find((path) => /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path));
  return shown === undefined ? 'test_probe.py' : `${folderOf(shown)}${shown.endsWith('_test.py') ? 'probe_test.py' : 'test_probe.py'}`;
}

/** How a file is named from a folder, both relative to the same root. */
function toRelative(folder: string, path: string): string {
  const [from, to] = [folder.split('/').slice(0, -1), path.split('/')];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  const up = '../'.repeat(from.length - same);
  return `${up === '' ? './' : up}${to.slice(same).join('/')}`;
}

/** A small test where the repository keeps its own, in the framework's own words: it says what should hold, and fails where it does not. */
export function toTemplate(framework: ProbeFramework, paths: readonly string[]): Template {
  const about = paths.find((path) => /\.(?:[cm]?[jt]sx?|py|go|rs)$/.test(path) && !isTest(path)) ?? null;
  const folder = about === null ? '' : folderOf(about);
  const name = about === null ? 'subject' : nameOf(about);
  const ending = about?.match(/\.[cm]?([jt])sx?$/)?.[1] === 'j' ? 'js' : 'ts';
  const test = placeTest(paths, folder, `.test.${ending}`);
  const source = about === null ? './subject.js' : toRelative(test.folder, about);
  switch (framework) {
    case 'vitest':
      return {
        path: test.path,
        code: `import { expect, it } from 'vitest';\nimport * as subject from '${source}';\n\nit('holds', () => {\n  expect(subject).toBeDefined();\n});\n`,
      };
    case 'jest':
      return {
        path: test.path,
        code: `const subject = require('${source}');\n\ntest('holds', () => {\n  expect(subject).toBeDefined();\n});\n`,
      };
    case 'node:test':
      return {
        path: test.path,
        code: `import assert from 'node:assert/strict';\nimport { test } from 'node:test';\nimport * as subject from '${source}';\n\ntest('holds', () => {\n  assert.ok(subject);\n});\n`,
      };
    case 'pytest': {
      const module =
        about === null
          ? 'subject'
          : about
              .replace(/^src\//, '')
              .replace(/\.py$/, '')
              .replaceAll('/', '.');
      return { path: placePythonTest(paths), code: `import ${module} as subject\n\n\ndef test_holds():\n    assert subject is not None\n` };
    }
    case 'go test':
      return {
        path: `${folder}probe_test.go`,
        code: `package ${folder === '' ? 'main' : folder.slice(0, -1).split('/').at(-1)}\n\nimport "testing"\n\nfunc TestProbe(t *testing.T) {\n\tt.Fatal("say what should hold")\n}\n`,
      };
    case 'cargo test':
      return { path: 'tests/probe.rs', code: `// Say what should hold of ${name}.\n#[test]\nfn holds() {\n    assert_eq!(1 + 1, 2);\n}\n` };
    case 'script':
      return { path: 'probe.sh', code: '#!/bin/sh\n# Leaves with 0 where it holds, and with anything else where it does not.\nset -eu\n\n' };
  }
}
