/** Runs git to look, never to change: no lock, no hook, no pager, no helper program of the person's configuration, no network. */
import { x } from 'tinyexec';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';

/** Settings that could start programs or change formats are overridden for every call. */
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.pager=cat',
  'core.quotePath=false',
  'color.ui=false',
  'diff.external=',
  'log.showSignature=false',
  'log.mailmap=false',
  'diff.renames=true',
  'diff.noprefix=false',
  'diff.mnemonicPrefix=false',
  'diff.algorithm=default',
  'diff.submodule=short',
  'blame.ignoreRevsFile=',
];
const VARIABLES = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_PAGER: 'cat',
  GIT_EXTERNAL_DIFF: undefined,
  GIT_TRACE: undefined,
  // Set inside a git hook, and then they name another repository than the folder.
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_OBJECT_DIRECTORY: undefined,
  GIT_COMMON_DIR: undefined,
  GIT_NAMESPACE: undefined,
  LC_ALL: 'C',
};

/** An index and a folder of Rounds' own, where a tree is written down elsewhere; and folders above which no repository is looked for. */
export type GitVariables = Readonly<Partial<Record<'GIT_INDEX_FILE' | 'GIT_WORK_TREE' | 'GIT_DIR' | 'GIT_CEILING_DIRECTORIES', string>>>;

const toArguments = (args: readonly string[]): string[] => ['--no-pager', '--literal-pathspecs', ...SETTINGS.flatMap((setting) => ['-c', setting]), ...args];

/** What git printed. `input` is given to it on stdin. */
export async function runGit(folder: string, args: readonly string[], input?: string, variables: GitVariables = {}): Promise<Result<string, Problem>> {
  const chunks: Buffer[] = [];
  const streamed = await streamGit(folder, args, (chunk) => void chunks.push(chunk), input, variables);
  return streamed.ok ? ok(Buffer.concat(chunks).toString('utf8')) : streamed;
}

/** As `runGit`, in pieces as they come: a long history is never held as one text. */
export async function streamGit(
  folder: string,
  args: readonly string[],
  onChunk: (chunk: Buffer) => void,
  input?: string,
  variables: GitVariables = {},
): Promise<Result<null, Problem>> {
  const running = x('git', toArguments(args), {
    // Otherwise a `git` that the repository brings along in node_modules/.bin would be the one that is started.
    nodePath: false,
    nodeOptions: { cwd: folder, env: { ...process.env, ...VARIABLES, ...variables }, stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'] },
  });
  const child = running.process;
  let complaint = '';
  let error: NodeJS.ErrnoException | undefined;
  const code = await new Promise<number | null>((resolve) => {
    if (!child) return resolve(null);
    child.stdout?.on('data', onChunk);
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString('utf8')).slice(0, 4000)));
    child.once('error', (problemOfStart: NodeJS.ErrnoException) => {
      error = problemOfStart;
      resolve(null);
    });
    child.once('close', resolve);
    // Git may end before it has read everything: that shows in its exit code.
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
  return code === 0 ? ok(null) : failed(toGitProblem(complaint, error));
}

function toGitProblem(complaint: string, error: NodeJS.ErrnoException | undefined): Problem {
  if (error?.code === 'ENOENT')
    return problem('cannot-reach', 'Git could not be started.', {
      why: 'It is not installed, or not in PATH, or the folder is gone.',
      next: 'Install git and try again.',
    });
  if (complaint.includes('dubious ownership')) {
    return problem('not-allowed', 'Git does not read this repository.', {
      why: 'It belongs to somebody else, and git protects you from what its settings could do.',
      next: 'If you trust it: git config --global --add safe.directory <its folder>',
    });
  }
  if (/not a git repository/i.test(complaint)) return problem('bad-input', 'This is no git repository.', { next: 'Name a file inside one.' });
  const first = complaint.split('\n').find((line) => line.trim() !== '') ?? 'It gives no reason.';
  return problem('bad-input', 'Git could not answer.', { why: `Git: ${first.trim()}` });
}
