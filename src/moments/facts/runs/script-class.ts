/** What a script or build target does, judged by its name: `test:e2e`, `lint-fix`, `check_types`. */
import type { RunClass } from '../facts.ts';

const CLASS_BY_WORD: Readonly<Record<string, RunClass>> = {
  test: 'test',
  tests: 'test',
  spec: 'test',
  specs: 'test',
  e2e: 'test',
  unit: 'test',
  vitest: 'test',
  jest: 'test',
  pytest: 'test',
  mocha: 'test',
  playwright: 'test',
  cypress: 'test',
  coverage: 'test',
  integration: 'test',
  smoke: 'test',
  verify: 'test',
  ci: 'test',
  testall: 'test',
  typecheck: 'type-check',
  typechecks: 'type-check',
  tsc: 'type-check',
  types: 'type-check',
  type: 'type-check',
  mypy: 'type-check',
  pyright: 'type-check',
  typescript: 'type-check',
  lint: 'lint',
  eslint: 'lint',
  biome: 'lint',
  oxlint: 'lint',
  ruff: 'lint',
  clippy: 'lint',
  stylelint: 'lint',
  golangci: 'lint',
  linter: 'lint',
  lints: 'lint',
  vet: 'lint',
  format: 'format',
  fmt: 'format',
  prettier: 'format',
  formatting: 'format',
  build: 'build',
  compile: 'build',
  bundle: 'build',
  dist: 'build',
  rebuild: 'build',
  release: 'build',
  codegen: 'build',
  generate: 'build',
  install: 'install',
  setup: 'install',
  bootstrap: 'install',
  deps: 'install',
  start: 'run',
  dev: 'run',
  serve: 'run',
  preview: 'run',
  watch: 'run',
  run: 'run',
};
/** Names that say only that something is checked; used where no other word of the name says what. */
const WEAK_WORDS: Readonly<Record<string, RunClass>> = { check: 'lint', checks: 'lint', validate: 'lint', precommit: 'lint', all: 'build', quality: 'lint' };

export function classifyScript(name: string): RunClass | null {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  for (const table of [CLASS_BY_WORD, WEAK_WORDS]) {
    for (const word of words) if (Object.hasOwn(table, word)) return table[word] ?? null;
  }
  return null;
}
