import type { z } from 'zod';
import { meSchema, peopleSchema, type Me, type Person } from '../../../model/api/team/accounts.ts';
import { ownContentSchema, type OwnContent } from '../../../model/api/team/cohort-content.ts';
import { probeListSchema } from '../../../model/api/team/probes.ts';
import { programmeListSchema } from '../../../model/api/team/programmes.ts';
import { ratingListSchema, type RatingList } from '../../../model/api/team/ratings.ts';
import { teamRoundListSchema, type TeamRoundCard } from '../../../model/api/team/rounds.ts';
import { shownGrowthListSchema, type ShownGrowthList } from '../../../model/api/team/shown-growth.ts';
import { threadListSchema, type ThreadList } from '../../../model/api/team/threads.ts';
import type { Problem } from '../../../model/problem.ts';
import { ok, type Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { Lesson } from '../../../model/team/lesson.ts';
import type { TeamProgramme } from '../../../model/team/programme.ts';
import type { Probe } from '../../../model/team/probe.ts';
import { teamRoundSchema, type TeamRound } from '../../../model/team/team-round.ts';
import { createLessonsPort, type Asking } from '../../lessons/lessons-port.ts';

/** What growth asks of the team server: only what its person may see there anyway. Nothing of growth is sent. */
export interface GrowthPort {
  /** As a person knows it. */
  readonly host: string;
  readonly getMe: () => Promise<Result<Me, Problem>>;
  /** All rounds I take part in, the latest first. */
  readonly listRounds: () => Promise<Result<TeamRoundCard[], Problem>>;
  readonly getRound: (id: RoundId) => Promise<Result<TeamRound, Problem>>;
  readonly listProbes: (round: RoundId) => Promise<Result<Probe[], Problem>>;
  readonly listLessons: () => Promise<Result<Lesson[], Problem>>;
  readonly getLesson: (id: string) => Promise<Result<Lesson, Problem>>;
  readonly listThreads: () => Promise<Result<ThreadList, Problem>>;
  /** About me and by me. */
  readonly listRatings: () => Promise<Result<RatingList, Problem>>;
  /** What I show to others, with what they say to it. */
  readonly listShown: () => Promise<Result<ShownGrowthList, Problem>>;
  readonly listProgrammes: () => Promise<Result<TeamProgramme[], Problem>>;
  /** What the cohort of my running year changed. */
  readonly getContent: () => Promise<Result<OwnContent, Problem>>;
  readonly listPeople: () => Promise<Result<Person[], Problem>>;
}

const WITHIN_MS = 10_000;
/** Of a hundred rounds each. */
const MAX_PAGES = 20;
const ROUNDS_A_PAGE = 100;

export function createGrowthPort(client: Asking): GrowthPort {
  const ask = <S extends z.ZodType>(schema: S, path: string): Promise<Result<z.output<S>, Problem>> =>
    client.ask(schema, { path, signal: AbortSignal.timeout(WITHIN_MS) });
  const lessons = createLessonsPort(client, WITHIN_MS);
  return {
    host: new URL(client.url).host,
    getMe: () => ask(meSchema, '/api/me'),
    async listRounds() {
      const rounds: TeamRoundCard[] = [];
      for (let page = 0; page < MAX_PAGES; page++) {
        const before = rounds.at(-1)?.createdAt;
        const listed = await ask(teamRoundListSchema, `/api/team/rounds${before ? `?before=${encodeURIComponent(before)}` : ''}`);
        if (!listed.ok) return listed;
        rounds.push(...listed.value.rounds);
        if (listed.value.rounds.length < ROUNDS_A_PAGE) break;
      }
      return ok(rounds);
    },
    getRound: (id) => ask(teamRoundSchema, `/api/team/rounds/${id}`),
    async listProbes(round) {
      const listed = await ask(probeListSchema, `/api/team/probes?round=${round}`);
      return listed.ok ? ok(listed.value.probes) : listed;
    },
    listLessons: () => lessons.list({}),
    getLesson: (id) => lessons.get(id),
    listThreads: () => ask(threadListSchema, '/api/team/threads'),
    listRatings: () => ask(ratingListSchema, '/api/team/ratings'),
    listShown: () => ask(shownGrowthListSchema, '/api/team/shown-growth'),
    async listProgrammes() {
      const listed = await ask(programmeListSchema, '/api/team/programmes');
      return listed.ok ? ok(listed.value.programmes) : listed;
    },
    getContent: () => ask(ownContentSchema, '/api/team/content'),
    async listPeople() {
      const listed = await ask(peopleSchema, '/api/team/people');
      return listed.ok ? ok(listed.value.people) : listed;
    },
  };
}
