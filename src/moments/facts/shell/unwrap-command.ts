/**
 * Programs that only run another program: `sudo`, `timeout 60`, `npx`, `uv run`, … What they wrap is what was done.
 */
export interface Unwrapped {
  readonly words: readonly string[];
  readonly wrappers: readonly string[];
  readonly env: readonly string[];
}

interface Wrapper {
  /** Words that must follow the program, e.g. `run` for `uv run`. One of them. */
  readonly verbs?: readonly string[];
  /** Words that may follow it. */
  readonly optionalVerbs?: readonly string[];
  /** Options that take the next word as their value. */
  readonly valued?: readonly string[];
  /** Words before the wrapped program that are not options, e.g. the duration of `timeout`. */
  readonly operands?: number;
}

const NONE: Wrapper = {};
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  sudo: { valued: ['-u', '-g', '-h', '-p', '-C', '--user', '--group'] },
  doas: { valued: ['-u'] },
  env: { valued: ['-u', '--unset', '-C', '--chdir'] },
  timeout: { valued: ['-s', '--signal', '-k', '--kill-after'], operands: 1 },
  gtimeout: { valued: ['-s', '-k'], operands: 1 },
  time: NONE,
  nice: { valued: ['-n'] },
  ionice: { valued: ['-c', '-n'] },
  nohup: NONE,
  stdbuf: NONE,
  unbuffer: NONE,
  command: NONE,
  builtin: NONE,
  exec: NONE,
  xargs: { valued: ['-n', '-I', '-P', '-L', '-d', '-s'] },
  'cross-env': NONE,
  dotenv: { valued: ['-e'] },
  dotenvx: { verbs: ['run'], valued: ['-f'] },
  npx: { valued: ['-p', '--package'] },
  bunx: NONE,
  pnpx: NONE,
  uvx: { valued: ['--from', '--with'] },
  pipx: { verbs: ['run'] },
  npm: { verbs: ['exec', 'x'] },
  pnpm: { verbs: ['exec', 'dlx'] },
  yarn: { verbs: ['exec', 'dlx'] },
  bun: { verbs: ['x'] },
  uv: { verbs: ['run'], valued: ['--with', '--python', '-p', '--extra', '--group', '--project', '--directory', '--package'] },
  poetry: { verbs: ['run'] },
  pdm: { verbs: ['run'] },
  hatch: { verbs: ['run'] },
  rye: { verbs: ['run'] },
  pipenv: { verbs: ['run'] },
  conda: { verbs: ['run'], valued: ['-n', '--name'] },
  bundle: { verbs: ['exec'] },
  mise: { verbs: ['exec', 'x'] },
  direnv: { verbs: ['exec'], operands: 1 },
  nyc: NONE,
  c8: NONE,
  'xvfb-run': NONE,
  // A proxy some people put before every command to shorten its output.
  rtk: { optionalVerbs: ['proxy', 'test', 'err', 'summary'] },
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/;
const MOST_WRAPPERS = 8;

export function unwrapCommand(words: readonly string[]): Unwrapped {
  const wrappers: string[] = [];
  const env: string[] = [];
  let rest = words;
  for (let depth = 0; depth < MOST_WRAPPERS; depth++) {
    const inner = stepInside(rest, env);
    if (inner === null || inner >= rest.length) break;
    wrappers.push(...rest.slice(0, inner));
    rest = rest.slice(inner);
  }
  return { words: rest, wrappers, env };
}

/** Index of the wrapped program, or null where the first word wraps nothing. */
function stepInside(words: readonly string[], env: string[]): number | null {
  const name = programName(words[0]);
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapper === undefined) return null;
  let at = 1;
  if (wrapper.verbs !== undefined) {
    if (!wrapper.verbs.includes(words[at] ?? '')) return null;
    at++;
  }
  if (wrapper.optionalVerbs?.includes(words[at] ?? '') === true) at++;
  // `command -v x` and `sudo -v` ask about a program, they do not run it.
  if (name === 'command' && words[1]?.startsWith('-v') === true) return null;
  let operands = wrapper.operands ?? 0;
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return at + 1;
    if (ASSIGNMENT.test(word)) env.push(word);
    else if (word.startsWith('-') && word.length > 1) at += wrapper.valued?.includes(word) === true ? 1 : 0;
    else if (operands > 0) operands--;
    else return at;
  }
  return null;
}

/** `/usr/local/bin/node` is `node`, `./gradlew` is `gradlew`. */
export function programName(word: string | undefined): string {
  if (word === undefined) return '';
  const name = word.slice(word.lastIndexOf('/') + 1);
  return name.replace(/\.(?:exe|cmd)$/i, '');
}
