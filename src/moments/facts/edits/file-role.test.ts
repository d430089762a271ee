import { expect, it } from 'vitest';
import { languageOfFile } from './file-language.ts';
import { roleOfFile } from './file-role.ts';

it.each([
  [
    'test',
    ['src/a.test.ts', 'tests/a.py', 'test_a.py', 'pkg/a_test.go', 'src/test/java/ATest.java', 'e2e/login.ts', 'ATests.cs', '__tests__/a.js', 'spec/a_spec.rb'],
  ],
  ['product', ['src/a.ts', 'contest.py', 'latest/a.go', 'src/testing-library.tsx', 'main.rs', 'src/attest.ts']],
  ['config', ['package.json', 'tsconfig.json', '.github/workflows/ci.yml', 'vite.config.ts', 'Dockerfile', 'go.mod', '.eslintrc.cjs']],
  ['docs', ['README.md', 'docs/a.mdx', 'LICENSE', 'CHANGELOG.md']],
  ['generated', ['package-lock.json', 'dist/a.js', 'a.min.js', 'api_pb2.py', 'go.sum', 'src/__generated__/a.ts']],
  ['scratch', ['/tmp/a.py', 'scratch/a.ts', 'debug.ts', 'a.bak', 'tmp/x.sh']],
] as const)('%s files', (role, paths) => {
  expect(paths.map((path) => [path, roleOfFile(path)])).toEqual(paths.map((path) => [path, role]));
});

it('names the language by the file name', () => {
  expect(['a.ts', 'b/a.tsx', 'a.py', 'Dockerfile', 'Makefile', 'a', 'a.unknown', '.gitignore'].map(languageOfFile)).toEqual([
    'typescript',
    'tsx',
    'python',
    'dockerfile',
    'make',
    null,
    null,
    null,
  ]);
});
