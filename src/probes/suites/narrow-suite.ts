import { posix } from 'node:path';
import type { Suite } from './detect-suite.ts';

/** Options of node that take the next word with them. */
const TAKES_NEXT = /^(?:--(?:import|require|loader|experimental-loader|conditions|env-file)|-[rC])$/;

/** Whether a framework would start a file as one of its tests, by its name alone. */
export function isStartable(framework: Suite['framework'], path: string): boolean {
  if (framework === 'pytest') return /(?:^|\/)(?:test_[^/]*|[^/]*_test)\.py$/.test(path);
  if (framework === 'go test') return path.endsWith('_test.go');
  if (framework === 'cargo test') return /(?:^|\/)tests\/[\w-]+\.rs$/.test(path);
  if (!/\.[cm]?[jt]sx?$/.test(path) || /\.d\.[cm]?ts$/.test(path)) return false;
  return /[._-](?:test|spec)\.\w+$/.test(path) || (framework === 'node:test' && /(?:^|\/)(?:test|test-[^/]*)\.\w+$|(?:^|\/)test\//.test(path));
}

/** The suite on some of its files alone; where a framework cannot be told that, or none are named, the whole suite. */
export function narrowSuite(suite: Suite, paths: readonly string[]): Suite {
  const { framework, argv, shownAs } = suite;
  const [program, ...args] = argv;
  if (framework === 'go test') return { ...suite, argv: [program, 'test', '-v', '-count=1', ...toGoPackages(paths)] };
  if (paths.length === 0 || framework === 'cargo test') return suite;
  if (framework === 'jest') return { ...suite, argv: [...argv, '--runTestsByPath', ...paths], shownAs: `${shownAs} --runTestsByPath ${paths.join(' ')}` };
  if (framework !== 'node:test') return { ...suite, argv: [...argv, ...paths], shownAs: `${shownAs} ${paths.join(' ')}` };
  const own = args.filter((word, at) => word.startsWith('-') || TAKES_NEXT.test(args[at - 1] ?? ''));
  return { ...suite, argv: [program, ...own, ...paths], shownAs: `node ${[...own, ...paths].join(' ')}` };
}

/** Go runs packages, which are folders. */
const toGoPackages = (paths: readonly string[]): string[] => (paths.length === 0 ? ['./...'] : [...new Set(paths.map((path) => `./${posix.dirname(path)}`))]);
