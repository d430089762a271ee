import type { Case } from '../../../model/case.ts';
import type { SessionEvent } from '../../../model/event.ts';

export const PROBE_FRAMEWORKS = ['vitest', 'jest', 'node:test', 'pytest', 'go test', 'cargo test', 'script'] as const;
export type ProbeFramework = (typeof PROBE_FRAMEWORKS)[number];

/** What a case shows of commands and of code, most telling first. */
const SIGNS: readonly (readonly [ProbeFramework, RegExp])[] = [
  ['vitest', /\bvitest\b/],
  ['jest', /\bjest\b/],
  ['node:test', /\bnode\s+(?:--\S+\s+)*--test\b|['"]node:test['"]/],
  ['pytest', /\bpytest\b/],
  ['go test', /\bgo test\b/],
  ['cargo test', /\bcargo test\b/],
];
const BY_ENDING: readonly (readonly [ProbeFramework, RegExp])[] = [
  ['go test', /\.go$/],
  ['cargo test', /\.rs$/],
  ['pytest', /\.py$/],
];

const textsOf = (event: SessionEvent): readonly string[] => {
  if (event.kind === 'call' && event.action.type === 'run') return [event.action.command];
  if (event.kind === 'result') return [event.text];
  if (event.kind === 'edit') return event.hunks.flatMap(({ lines }) => lines);
  return [];
};

const TEST_IN_COMMAND = /(?<=^|\s)[\w./-]*(?:[._-](?:test|spec)\.[cm]?[jt]sx?|test_\w+\.py|\w+_test\.py)(?=$|\s)/g;

const pathsOf = (event: SessionEvent): readonly string[] => {
  if (event.kind === 'edit') return [event.path];
  if (event.kind === 'call' && event.action.type === 'read') return [event.action.path];
  // What a command names may be quoted or cut: only what is plainly a test of the repository is taken.
  if (event.kind === 'call' && event.action.type === 'run') return event.action.command.match(TEST_IN_COMMAND) ?? [];
  return [];
};

/** Files of the case, as they are named within its working folder, the decision's last one first. */
export function listCasePaths({ shown, cwd }: Pick<Case, 'shown' | 'cwd'>): readonly string[] {
  const root = cwd === null ? null : `${cwd.replace(/[\\/]+$/, '')}/`;
  const inside = shown
    .flatMap(pathsOf)
    .flatMap((path) => (root !== null && path.startsWith(root) ? [path.slice(root.length)] : /^(?:\/|[A-Za-z]:|~)/.test(path) ? [] : [path]));
  return [...new Set(inside.toReversed())];
}

/** The test framework of the case's repository, as far as the case lets one see; a plain script otherwise. */
export function guessFramework(framed: Pick<Case, 'shown' | 'cwd'>): ProbeFramework {
  const texts = framed.shown.flatMap(textsOf);
  const seen = SIGNS.find(([, sign]) => texts.some((text) => sign.test(text)));
  if (seen) return seen[0];
  const paths = listCasePaths(framed);
  return BY_ENDING.find(([, ending]) => paths.some((path) => ending.test(path)))?.[0] ?? 'script';
}
