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
const BEGIN_S = Date.parse('2025-01-01T00:00:00Z') / 1000;
const STEP_S = 1800;

export interface WhyTimes {
  readonly commits: number;
  readonly sessions: number;
  /** Of a whole process, and of one that only prints its help; in milliseconds. */
  readonly median: number;
  readonly slowest: number;
  readonly start: number;
  readonly known: number;
  readonly asked: number;
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
    const run = (...args: string[]): { ms: number; stdout: string } => {
      const begun = performance.now();
      const { stdout } = spawnSync(process.execPath, [join(root, 'bin', 'rounds.js'), ...args], {
        cwd: repository,
        encoding: 'utf8',
        env: { ...process.env, ROUNDS_HOME: join(folder, 'home') },
      });
      return { ms: performance.now() - begun, stdout };
    };
    run('import', transcripts);
    const start = run('why', '--help').ms;
    const answers = Array.from({ length: ASKED }, (_, at) => run('why', `src/part-${(at * 19) % FILES}.ts:${((at * 31) % LINES) + 1}`, '--json'));
    const times = answers.map(({ ms }) => ms).toSorted((a, b) => a - b);
    return {
      commits: COMMITS,
      sessions: SESSIONS,
      start: Math.round(start),
      median: Math.round(times[Math.floor(ASKED / 2)] ?? 0),
      slowest: Math.round(times.at(-1) ?? 0),
      known: answers.filter(({ stdout }) => stdout.includes('"by":"agent"')).length,
      asked: ASKED,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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
