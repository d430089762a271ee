import { sql } from 'kysely';
import type { CaseId, PersonId, ProgrammeId, ProjectId } from '../model/team/ids.ts';
import type { Project, ProjectPlan } from '../model/team/project.ts';
import type { RoundId } from '../model/round.ts';
import type { Tx } from './connect-store.ts';

const COLUMNS = sql`j.id, j.programme, j.title, j.learning_goal as "learningGoal", j.scope_cap as "scopeCap", j.weeks, j.tier, j.owns, j.state,
  j.deconstruction, j.learned as words, j.started_at as "startedAt", j.ended_at as "endedAt"`;

type Row = Omit<Project, 'startedAt' | 'endedAt'> & { startedAt: Date; endedAt: Date | null };
const toProject = (row: Row): Project => ({ ...row, startedAt: row.startedAt.toISOString(), endedAt: row.endedAt?.toISOString() ?? null });

/** Of a programme I am one of the two of: open ones first, the latest first. */
export async function listProjects({ db }: Tx, programme: ProgrammeId): Promise<Project[]> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.project j where j.programme = ${programme}
    order by (j.state = 'open') desc, coalesce(j.ended_at, j.started_at) desc, j.id`.execute(db);
  return rows.map(toProject);
}

export async function readProject({ db }: Tx, id: ProjectId): Promise<Project | null> {
  const { rows } = await sql<Row>`select ${COLUMNS} from rounds.project j where j.id = ${id}`.execute(db);
  return rows[0] ? toProject(rows[0]) : null;
}

export async function insertProject({ db, actor }: Tx, project: ProjectPlan & { id: ProjectId; programme: ProgrammeId; at: string }): Promise<void> {
  const { id, programme, title, learningGoal, scopeCap, weeks, tier, owns, at } = project;
  await sql`insert into rounds.project (id, organisation, programme, title, learning_goal, scope_cap, weeks, tier, owns, created_by, started_at)
    values (${id}, ${actor.organisation}, ${programme}, ${title}, ${learningGoal}, ${scopeCap}, ${weeks}, ${tier}, ${[...owns]}::text[], ${actor.person},
      ${at}::timestamptz)`.execute(db);
}

/** False where it is not open, or not mine to see. */
export async function updateProject({ db }: Tx, id: ProjectId, { title, learningGoal, scopeCap, weeks, tier, owns }: ProjectPlan): Promise<boolean> {
  const { rows } = await sql`update rounds.project set title = ${title}, learning_goal = ${learningGoal}, scope_cap = ${scopeCap}, weeks = ${weeks},
    tier = ${tier}, owns = ${[...owns]}::text[] where id = ${id} and state = 'open' returning 1`.execute(db);
  return rows.length === 1;
}

/** Closed with a case and what was learned, or dropped with why. False where it is not open any more. */
export async function endProject({ db }: Tx, end: { project: ProjectId; case: CaseId | null; words: string; at: string }): Promise<boolean> {
  const state = end.case === null ? 'dropped' : 'closed';
  const { rows } = await sql<{ ended: boolean }>`
    select rounds.end_project(${end.project}, ${state}, ${end.case}, ${end.words}, ${end.at}::timestamptz) as ended`.execute(db);
  return rows[0]?.ended === true;
}

/** A deconstruction that one of the two shared, how far their round of it is, and which project it closed. */
export interface OwnDeconstruction {
  readonly id: CaseId;
  readonly two: readonly PersonId[];
  readonly createdAt: Date;
  readonly forgottenAt: Date | null;
  /** Their latest round of it, a revealed one first. */
  readonly round: RoundId | null;
  readonly revealedAt: Date | null;
  /** All their revealed rounds of it, and who of the two had been in an earlier one: they knew what comes. */
  readonly revealed: readonly { readonly round: RoundId; readonly knew: readonly PersonId[] }[];
  readonly closed: ProjectId | null;
}

/** Of the two of this programme, the latest first; one of them where a case is given. */
export async function listOwnDeconstructions({ db }: Tx, programme: ProgrammeId, one: CaseId | null = null): Promise<OwnDeconstruction[]> {
  const { rows } = await sql<OwnDeconstruction>`
    select c.id, array[y.preceptee, y.preceptor] as two, c.created_at as "createdAt", c.forgotten_at as "forgottenAt", r.id as round, r.revealed_at as "revealedAt",
      (select j.id from rounds.project j where j.deconstruction = c.id) as closed,
      (select coalesce(json_agg(json_build_object('round', o.id, 'knew', array(
          select p.person from rounds.round_participant p where p.round = o.id and p.knew_outcome)) order by o.revealed_at), '[]')
        from rounds.round o where o.case_id = c.id and o.revealed_at is not null
          and (select count(*) from rounds.round_participant p where p.round = o.id and p.person in (y.preceptee, y.preceptor)) = 2) as revealed
    from rounds.programme y join rounds.shared_case c on c.owner in (y.preceptee, y.preceptor) and c.kind = 'deconstruction'
    left join lateral (
      select r.id, r.revealed_at from rounds.round r where r.case_id = c.id and r.state <> 'withdrawn'
        and (select count(*) from rounds.round_participant p where p.round = r.id and p.person in (y.preceptee, y.preceptor)) = 2
      order by r.revealed_at is null, r.created_at desc limit 1) r on true
    where y.id = ${programme} and (${one}::text is null or c.id = ${one}) order by c.created_at desc, c.id limit 50`.execute(db);
  return rows;
}
