/**
 * A real repository in which a person and agents work: what an agent does is done to the files and written into a Claude Code
 * transcript as that agent writes it. One clock dates records and commits.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from '../../../src/app/app.ts';
import { importTranscripts } from '../../../src/app/import/import-transcripts.ts';
import { openApp } from '../../../src/app/open-app.ts';
import { blameOrigins } from '../../../src/app/origins/blame-origins.ts';
import { toSessionId } from '../../../src/model/session.ts';

const STEP_MS = 60_000;

export interface Agent {
  readonly write: (path: string, content: string) => void;
  readonly edit: (path: string, from: string, to: string) => void;
  /** Runs a shell line in the repository; what it prints goes into the transcript. */
  readonly run: (command: string) => void;
  readonly say: (text: string) => void;
}

export interface Workshop {
  readonly root: string;
  readonly home: string;
  readonly git: (...args: string[]) => string;
  /** The person's own hand. */
  readonly write: (path: string, content: string) => void;
  readonly read: (path: string) => string;
  readonly commit: (subject: string) => void;
  /** Begins a session named for its letters; `folder` is another work tree, `parent` makes it a sub-agent's. */
  readonly startAgent: (name: string, prompt: string, options?: { folder?: string; parent?: string }) => Agent;
  /** Imports the sessions, and answers for each line of a file who wrote it: an agent by its name, or `human`, as no session did. */
  readonly listWriters: (path: string) => Promise<string[]>;
  readonly app: () => Promise<App>;
  readonly close: () => Promise<void>;
}

export function openWorkshop(): Workshop {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'rounds-origins-')));
  const root = join(base, 'birdhouse');
  const transcripts = join(base, 'transcripts');
  let now = Date.parse('2026-03-02T09:00:00Z');
  const agents = new Map<string, { id: string; records: object[] }>();
  let app: App | undefined;

  const tick = (): string => {
    now += STEP_MS;
    return new Date(now).toISOString();
  };
  const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.com',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.com',
    GIT_AUTHOR_DATE: new Date(now).toISOString(),
    GIT_COMMITTER_DATE: new Date(now).toISOString(),
    GIT_EDITOR: 'true',
  });
  const gitIn = (folder: string, args: readonly string[]): string => {
    tick();
    // A rebase or cherry-pick keeps the author's instant: only a fresh commit may be told one.
    const variables = args.some((arg) => ['rebase', 'cherry-pick', '--amend'].includes(arg)) ? { ...environment(), GIT_AUTHOR_DATE: undefined } : environment();
    return execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
  };
  mkdirSync(root, { recursive: true });
  gitIn(root, ['init', '-q', '-b', 'main']);

  function startAgent(name: string, prompt: string, { folder = root, parent }: { folder?: string; parent?: string } = {}): Agent {
    const id = toUuid(parent ?? name);
    const records: object[] = [];
    agents.set(name, { id: parent === undefined ? id : `${id}/${name}`, records });
    let last: string | null = null;
    const add = (record: object): void => {
      const uuid = toUuid(`${name}${records.length}`);
      const side = parent === undefined ? { isSidechain: false } : { isSidechain: true, agentId: name };
      records.push({
        parentUuid: last,
        uuid,
        sessionId: id,
        timestamp: tick(),
        cwd: folder,
        gitBranch: 'main',
        version: '2.1.20',
        userType: 'external',
        ...side,
        ...record,
      });
      last = uuid;
    };
    const assistant = (block: object): void =>
      add({
        type: 'assistant',
        message: {
          id: `msg_${name}_${records.length}`,
          model: 'claude-test',
          role: 'assistant',
          type: 'message',
          content: [block],
          usage: { input_tokens: 1, output_tokens: 1 },
        },
      });
    const call = (tool: string, input: object, work: () => { content: string; structure: unknown; failed?: boolean }): void => {
      const callId = `toolu_${name}_${records.length}`;
      assistant({ type: 'tool_use', id: callId, name: tool, input });
      const { content, structure, failed = false } = work();
      add({
        type: 'user',
        message: { role: 'user', content: [{ type: 'tool_result', tool_use_id: callId, content, is_error: failed }] },
        toolUseResult: structure,
      });
    };
    add({ type: 'user', message: { role: 'user', content: prompt } });
    return {
      write: (path, content) =>
        call('Write', { file_path: join(folder, path), content }, () => {
          put(join(folder, path), content);
          return { content: 'File created', structure: { type: 'create', filePath: join(folder, path), content, structuredPatch: [] } };
        }),
      edit: (path, from, to) =>
        call('Edit', { file_path: join(folder, path), old_string: from, new_string: to }, () => {
          const before = readFileSync(join(folder, path), 'utf8');
          if (!before.includes(from)) throw new Error(`${path} does not hold what is to be replaced`);
          const after = before.replace(from, () => to);
          put(join(folder, path), after);
          const patch = toPatch(before, after);
          return {
            content: 'Updated',
            structure: {
              filePath: join(folder, path),
              oldString: from,
              newString: to,
              originalFile: before,
              structuredPatch: [patch],
              userModified: false,
              replaceAll: false,
            },
          };
        }),
      run: (command) =>
        call('Bash', { command }, () => {
          tick();
          const stdout = execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8', env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
          return { content: stdout, structure: { stdout, stderr: '', interrupted: false, isImage: false } };
        }),
      say: (text) => assistant({ type: 'text', text }),
    };
  }

  const openJournal = async (): Promise<App> => {
    if (app) return app;
    for (const [name, { records }] of agents) put(join(transcripts, `${name}.jsonl`), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
    const opened = openApp({
      environment: {
        variables: { ROUNDS_HOME: join(base, 'home') },
        platform: process.platform,
        userHome: base,
        folder: root,
        version: 'test',
        demoFolder: base,
      },
      clock: () => new Date(now),
    });
    if (!opened.ok) throw new Error(opened.problem.what);
    app = opened.value;
    const imported = await importTranscripts(app, { paths: [transcripts] });
    if (!imported.ok) throw new Error(imported.problem.what);
    return app;
  };

  return {
    root,
    home: join(base, 'home'),
    git: (...args) => gitIn(root, args),
    write: (path, content) => {
      tick();
      put(join(root, path), content);
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    commit: (subject) => {
      gitIn(root, ['add', '-A']);
      gitIn(root, ['commit', '-q', '-m', subject]);
    },
    startAgent,
    listWriters: async (path) => {
      const nameById = new Map<string, string>([...agents].map(([name, { id }]) => [toSessionId('claude-code', id), name]));
      const blamed = await blameOrigins(await openJournal(), join(root, path));
      if (!blamed.ok) throw new Error(`${blamed.problem.what} ${blamed.problem.why ?? ''}`);
      return blamed.value.lines.map(({ by, session }) => (by === 'agent' ? (nameById.get(session ?? '') ?? `session ${session}`) : 'human'));
    },
    app: openJournal,
    close: async () => {
      await app?.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}

function put(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** One hunk of whole lines, from the first that differs to the last. */
function toPatch(before: string, after: string): object {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (old[start] === fresh[start] && start < old.length) start += 1;
  let end = 0;
  while (end < Math.min(old.length, fresh.length) - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  const lines = [...removed.map((line) => `-${line}`), ...added.map((line) => `+${line}`)];
  return { oldStart: start + 1, oldLines: removed.length, newStart: start + 1, newLines: added.length, lines };
}

/** A version 4 UUID made of a name. */
function toUuid(name: string): string {
  const hex = Buffer.from(name).toString('hex').padEnd(32, '0').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
