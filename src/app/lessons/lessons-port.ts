import type { z } from 'zod';
import { lessonListSchema, lessonViewSchema, type LessonQuery, type NewAnchors, type StaleAnchors } from '../../model/api/team/lessons.ts';
import type { Problem } from '../../model/problem.ts';
import { ok, type Result } from '../../model/result.ts';
import { lessonSchema, type Lesson } from '../../model/team/lesson.ts';

/** What lessons need of the team server. */
export interface LessonsPort {
  readonly url: string;
  /** All that fit, in the server's order. */
  readonly list: (query: Omit<LessonQuery, 'page'>) => Promise<Result<Lesson[], Problem>>;
  readonly get: (id: string) => Promise<Result<Lesson, Problem>>;
  readonly reportStale: (id: string, stale: StaleAnchors) => Promise<Result<Lesson, Problem>>;
  readonly anchor: (id: string, anchors: NewAnchors) => Promise<Result<Lesson, Problem>>;
}

/** The client of a team server, as far as it is used here. */
export interface Asking {
  readonly url: string;
  readonly ask: <S extends z.ZodType>(
    schema: S,
    sent: { readonly path: string; readonly method?: string; readonly json?: unknown; readonly signal?: AbortSignal },
  ) => Promise<Result<z.output<S>, Problem>>;
}

const MAX_PAGES = 50;
/** Nobody waits longer for a team that is away: what was seen last is here. */
const ANSWER_WITHIN_MS = 5_000;

const toPath = (id: string, act = ''): string => `/api/team/lessons/${encodeURIComponent(id)}${act}`;

export function createLessonsPort(client: Asking, withinMs = ANSWER_WITHIN_MS): LessonsPort {
  return {
    url: client.url,
    async list(query) {
      const lessons: Lesson[] = [];
      for (let page = 0; page < MAX_PAGES; page++) {
        const search = new URLSearchParams(
          Object.entries({ ...query, page: String(page) }).filter((entry): entry is [string, string] => entry[1] !== undefined),
        );
        const listed = await client.ask(lessonListSchema, { path: `/api/team/lessons?${search.toString()}`, signal: AbortSignal.timeout(withinMs) });
        if (!listed.ok) return listed;
        lessons.push(...listed.value.lessons);
        if (!listed.value.more) break;
      }
      return ok(lessons);
    },
    async get(id) {
      const view = await client.ask(lessonViewSchema, { path: toPath(id) });
      return view.ok ? ok(view.value.lesson) : view;
    },
    reportStale: (id, stale) => client.ask(lessonSchema, { method: 'POST', path: toPath(id, '/stale'), json: stale }),
    anchor: (id, anchors) => client.ask(lessonSchema, { method: 'PUT', path: toPath(id, '/anchors'), json: anchors }),
  };
}
