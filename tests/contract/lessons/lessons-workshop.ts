/** A repository that moves on, a person's machine, and the team's routes over a real store. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Hono } from 'hono';
import type { z } from 'zod';
import type { Asking } from '../../../src/app/lessons/lessons-port.ts';
import { openJournal, type Journal } from '../../../src/journal/open-journal.ts';
import { problem } from '../../../src/model/problem.ts';
import { failed, ok } from '../../../src/model/result.ts';
import type { WithCaller } from '../../../src/server/team/auth/require-person.ts';
import { mountRoutes } from '../../../src/server/team/routes/mount-routes.ts';
import { createLessonRoutes } from '../../../src/server/team/routes/lessons/routes.ts';
import { createThreadRoutes } from '../../../src/server/team/routes/threads/routes.ts';
import { startSeededStore } from '../../../src/store/testing/start-seeded-store.ts';

const AUTHOR = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export interface LessonsRepository {
  readonly root: string;
  readonly git: (...args: string[]) => string;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  /** Writes the file and commits everything; returns the commit. */
  readonly commit: (path: string, text: string) => string;
}

export function createRepository(root: string): LessonsRepository {
  mkdirSync(root, { recursive: true });
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env: AUTHOR, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  git('init', '-q', '-b', 'main');
  return {
    root,
    git,
    write,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    commit: (path, text) => {
      write(path, text);
      git('add', '-A');
      git('commit', '-q', '-m', `change ${path}`);
      return git('rev-parse', 'HEAD');
    },
  };
}

export async function openLessonsWorkshop() {
  const base = realpathSync(mkdtempSync(join(tmpdir(), 'rounds lessons ')));
  const seeded = await startSeededStore();
  const journals: Journal[] = [];
  const http = new Hono<WithCaller>();
  const app = { store: seeded.store, clock: () => new Date() };
  const callers = { anna: seeded.anna, ben: seeded.ben, cleo: seeded.cleo, dora: seeded.dora };
  mountRoutes(http, [...createLessonRoutes({ app }), ...createThreadRoutes({ app })], (headers) => {
    const name = (headers.get('authorization') ?? '').replace('Bearer ', '');
    const actor = name in callers ? callers[name as keyof typeof callers] : null;
    return Promise.resolve({ caller: actor && { ...actor, role: 'member', byToken: true }, cookies: [] });
  });

  return {
    base,
    seeded,
    repository: (name = 'books') => createRepository(join(base, name)),
    /** A person's own Rounds. */
    openJournal: (name: string): Journal => {
      const opened = openJournal({ home: join(base, `home of ${name}`) });
      if (!opened.ok) throw new Error(opened.problem.what);
      journals.push(opened.value);
      return opened.value;
    },
    /** The routes, asked as this person. */
    ask: (person: string): Asking => ({
      url: 'http://team.example.org',
      ask: async <S extends z.ZodType>(schema: S, { path, method = 'GET', json }: { path: string; method?: string; json?: unknown }) => {
        const body = json === undefined ? {} : { body: JSON.stringify(json) };
        const response = await http.request(path, { method, headers: { authorization: `Bearer ${person}`, 'content-type': 'application/json' }, ...body });
        const answered: unknown = await response.json();
        return response.ok ? ok(schema.parse(answered)) : failed(problem(response.status === 404 ? 'not-found' : 'bad-input', JSON.stringify(answered)));
      },
    }),
    close: async () => {
      for (const journal of journals) journal.close();
      await seeded.store.close();
      rmSync(base, { recursive: true, force: true });
    },
  };
}
