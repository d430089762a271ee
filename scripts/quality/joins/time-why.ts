/** Times `rounds why` on a repository of 10,000 commits made for it, with the journal already read. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COMMITS = 10_000;
const FILES = 250;
const SESSIONS = 400;
const LINES = 120;
const ASKED = 12;
/** Each question is asked this often: the least of it is what it costs, the rest is the machine's other work. */
const TIMES = 5;
const BEGIN_S = Date.parse('2025-01-01T00:00:00Z') / 1000;
const STEP_S = 1800;

export interface WhyTimes {
  readonly commits: number;
  readonly sessions: number;
  /** Whole processes with the gits they start, every question in every repetition; in milliseconds. */
  readonly answer: Spread;
  /** The same process that only prints its help. */
  readonly start: Spread;
  readonly times: number;
  readonly known: number;
  readonly asked: number;
}

/** By the clock and on the processor (user and system), in milliseconds. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  /** The slowest question, each taken at its quickest repetition. */
  readonly slowestLeast: number;
  readonly processor: number;
}

export function timeWhy(root: string): WhyTimes {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-why-'));
  try {
    const repository = join(folder, 'meadow');
    const transcripts = join(folder, 'transcripts');
    mkdirSync(repository);
    mkdirSync(transcripts);
    const git = (args: string[], input?: string): void => {
      const { status, stderr } = spawnSync('git', args, { cwd: repository, input, encoding: 'utf8', maxBuffer: 1 << 30 });
      if (status !== 0) throw new Error(stderr);
    };
    const { stream, writtenBySession } = compose(repository);
    git(['init', '-q', '-b', 'main']);
    git(['fast-import', '--quiet'], stream);
    git(['reset', '-q', '--hard', 'main']);
    for (const [session, records] of writtenBySession) writeFileSync(join(transcripts, `${session}.jsonl`), records.join(''));
    const run = (...args: string[]): Timed => {
      const { stdout, stderr } = spawnSync('bash', ['-c', TIMED, 'bash', process.execPath, join(root, 'bin', 'rounds.js'), ...args], {
        cwd: repository,
        encoding: 'utf8',
        env: { ...process.env, ROUNDS_HOME: join(folder, 'home') },
      });
      const [wall = 0, user = 0, system = 0] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map((seconds) => Number(seconds) * 1000);
      return { wall, processor: user + system, stdout };
    };
    run('import', transcripts);
    const questions = Array.from({ length: ASKED }, (_, at) => `src/part-${(at * 19) % FILES}.ts:${((at * 31) % LINES) + 1}`);
    const answers = questions.map((): Timed[] => []);
    const starts: Timed[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      starts.push(run('why', '--help'));
      for (const [at, question] of questions.entries()) answers[at]?.push(run('why', question, '--json'));
    }
    return {
      commits: COMMITS,
      sessions: SESSIONS,
      answer: toSpread(answers),
      start: toSpread([starts]),
      times: TIMES,
      known: answers.filter(([first]) => first?.stdout.includes('"by":"agent"')).length,
      asked: ASKED,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bash tells what a command and all it started took. */
const TIMED = `TIMEFORMAT='%R %U %S'; time "$@" 2>/dev/null`;

interface Timed {
  readonly wall: number;
  readonly processor: number;
  readonly stdout: string;
}

function toSpread(timings: readonly (readonly Timed[])[]): Spread {
  const walls = timings.flat().map(({ wall }) => wall);
  return {
    least: Math.round(Math.min(...walls)),
    median: toMedian(walls),
    slowestLeast: Math.round(Math.max(...timings.map((repeated) => Math.min(...repeated.map(({ wall }) => wall))))),
    processor: toMedian(timings.flat().map(({ processor }) => processor)),
  };
}

const toMedian = (values: readonly number[]): number => Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0);

/** Every commit changes three lines of one file; each was written by one of the sessions ten minutes before. */
function compose(repository: string): { stream: string; writtenBySession: Map<string, string[]> } {
  const files = Array.from({ length: FILES }, () => Array.from({ length: LINES }, (_, at) => `export const start${at} = ${at};`));
  const writtenBySession = new Map<string, string[]>();
  const parts: string[] = [];
  for (let commit = 1; commit <= COMMITS; commit += 1) {
    const file = commit % FILES;
    const path = `src/part-${file}.ts`;
    const lines = files[file] ?? [];
    const from = (commit * 7) % (LINES - 3);
    const before = lines.slice(from, from + 3);
    const after = before.map((_, at) => `export const meadow${commit}Row${at} = measureMeadow('${path}', ${commit * 10 + at});`);
    lines.splice(from, 3, ...after);
    const at = BEGIN_S + commit * STEP_S;
    const text = `${lines.join('\n')}\n`;
    const subject = `Measure meadow ${commit}`;
    parts.push(
      `commit refs/heads/main\ncommitter Ada <ada@example.com> ${at} +0000\ndata ${subject.length}\n${subject}\nM 100644 inline ${path}\ndata ${text.length}\n${text}\n`,
    );
    const session = `00000000-0000-4000-8000-${String(commit % SESSIONS).padStart(12, '0')}`;
    const records = writtenBySession.get(session) ?? [];
    writtenBySession.set(session, records);
    records.push(...toRecords({ session, commit, path: join(repository, path), cwd: repository, at: at - 600, from, before, after }));
  }
  return { stream: parts.join(''), writtenBySession };
}

interface Written {
  readonly session: string;
  readonly commit: number;
  readonly path: string;
  readonly cwd: string;
  readonly at: number;
  readonly from: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function toRecords({ session, commit, path, cwd, at, from, before, after }: Written): string[] {
  const envelope = (part: number) => ({
    uuid: `${String(commit).padStart(8, '0')}-0000-4000-8000-${String(part).padStart(12, '0')}`,
    parentUuid: null,
    sessionId: session,
    timestamp: new Date((at + part) * 1000).toISOString(),
    cwd,
    version: '2.1.20',
    userType: 'external',
    isSidechain: false,
  });
  const input = { file_path: path, old_string: before.join('\n'), new_string: after.join('\n') };
  const patch = {
    oldStart: from + 1,
    oldLines: 3,
    newStart: from + 1,
    newLines: 3,
    lines: [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)],
  };
  const records = [
    { ...envelope(1), type: 'user', message: { role: 'user', content: `Measure meadow ${commit}.` } },
    {
      ...envelope(2),
      type: 'assistant',
      message: {
        id: `msg_${commit}`,
        model: 'claude-test',
        role: 'assistant',
        type: 'message',
        content: [{ type: 'tool_use', id: `toolu_${commit}`, name: 'Edit', input }],
        usage: { input_tokens: 1, output_tokens: 1 },
      },
    },
    {
      ...envelope(3),
      type: 'user',
      message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: `toolu_${commit}`, content: 'Updated' }] },
      toolUseResult: { filePath: path, oldString: input.old_string, newString: input.new_string, structuredPatch: [patch], userModified: false },
    },
  ];
  return records.map((record) => `${JSON.stringify(record)}\n`);
}
