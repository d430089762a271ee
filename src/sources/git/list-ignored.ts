import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { streamGit } from './run-git.ts';

/** This command takes names as they are, and refuses to be told so. */
const COMMAND = ['--no-literal-pathspecs', 'check-ignore', '--no-index', '--verbose', '--non-matching', '-z', '--stdin'];

/** Of these paths those that the repository's or the person's ignore rules name, whether they are tracked or not. */
export async function listIgnored(root: string, paths: readonly string[]): Promise<Result<ReadonlySet<string>, Problem>> {
  // A colon in front would be read as a sign.
  const asked = paths.filter((path) => !path.startsWith(':'));
  if (asked.length === 0) return ok(new Set());
  const chunks: Buffer[] = [];
  const done = await streamGit(root, COMMAND, (chunk) => void chunks.push(chunk), asked.join('\0'));
  // Its exit code says whether any is ignored, so what it prints tells whether it worked: four fields a path.
  const fields = Buffer.concat(chunks).toString('utf8').split('\0').slice(0, -1);
  if (fields.length !== asked.length * 4) return done.ok ? failed(problem('bad-input', 'Git did not say which files are ignored.')) : done;
  return ok(new Set(asked.filter((_, index) => fields[index * 4] !== '' && !fields[index * 4 + 2]?.startsWith('!'))));
}
