/** What must be true of every year, whatever people did in it: asked of the database, not of what a simulation meant to do. */
import type { Client } from 'pg';
import type { SignOffRecord } from '../../model/sign-off.ts';
import { reckonLoad } from '../../programme/people/reckon-load.ts';
import { isUnbroken } from '../../programme/sign-off/chain-records.ts';
import { addDays } from './calendar.ts';

export interface Invariant {
  readonly name: string;
  /** How many things it was asked of: one that was asked of nothing shows nothing. */
  readonly asked: number;
  /** What breaks it; empty where it holds. */
  readonly broken: readonly string[];
}

interface Law {
  readonly name: string;
  /** Counts what the law is about. */
  readonly of: string;
  /** Names, as `id`, what breaks it. */
  readonly broken: string;
}

const REVIEWED_ROUND = `(select 1 from rounds.round r where r.case_id = c.id and r.revealed_at is not null
  and (select count(*) from rounds.round_participant p where p.round = r.id and p.person in (y.preceptee, y.preceptor)) >= 1)`;

const LAWS: readonly Law[] = [
  {
    name: 'No year begins before its plan is whole and all three agreed to it.',
    of: `select count(*) from rounds.programme where state <> 'planned'`,
    broken: `select y.id from rounds.programme y where y.state <> 'planned' and (y.goal = '' or y.owner = '' or y.policy_url = '' or y.protected_hours <= 0
      or y.first_meeting_at is null or (select count(distinct a.person) from rounds.plan_agreement a where a.programme = y.id and a.plan_version = y.plan_version) < 3)`,
  },
  {
    name: 'A year that is paused has one open pause, and no other has any; pauses never overlap.',
    of: `select count(*) from rounds.pause`,
    broken: `select y.id from rounds.programme y where (select count(*) from rounds.pause p where p.programme = y.id and p.to_at is null) <> (case when y.state = 'paused' then 1 else 0 end)
      union select a.programme from rounds.pause a join rounds.pause b on b.programme = a.programme and b.n > a.n where coalesce(a.to_at, 'infinity') > b.from_at`,
  },
  {
    name: 'The preceptor is who the last hand-over named, and the pair is of these two.',
    of: `select count(*) from rounds.hand_over where done_at is not null`,
    broken: `select y.id from rounds.programme y where y.preceptor <> coalesce((select h.to_person from rounds.hand_over h where h.programme = y.id and h.done_at is not null order by h.n desc limit 1), y.preceptor)
      or (select count(*) from rounds.pair_member m where m.pair = y.pair and m.person in (y.preceptee, y.preceptor)) <> 2`,
  },
  {
    name: 'A hand-over was agreed to by the preceptee, accepted by who came, and written down.',
    of: `select count(*) from rounds.hand_over where done_at is not null`,
    broken: `select h.programme as id from rounds.hand_over h left join rounds.hand_over_note n on n.programme = h.programme and n.n = h.n
      where h.done_at is not null and (h.agreed_by_preceptee_at is null or h.accepted_at is null or n.summary is null)`,
  },
  {
    name: 'Nobody is preceptee and preceptor of one programme, and nobody has two years in one area.',
    of: `select count(*) from rounds.programme`,
    broken: `select id from rounds.programme where preceptee = preceptor
      union select min(id) from rounds.programme where state in ('planned', 'running', 'paused') group by preceptee, area having count(*) > 1`,
  },
  {
    name: 'On every weekly page the preceptee wrote first.',
    of: `select count(*) from rounds.weekly_entry`,
    broken: `select e.programme as id from rounds.weekly_entry e join rounds.programme y on y.id = e.programme where e.author <> y.preceptee
      and not exists (select from rounds.weekly_entry f where f.programme = e.programme and f.week = e.week and f.author = y.preceptee and f.at <= e.at)`,
  },
  {
    name: 'A focus is agreed to only where both halves are there.',
    of: `select count(*) from rounds.weekly_focus where agreed_at is not null`,
    broken: `select f.programme as id from rounds.weekly_focus f where f.agreed_at is not null
      and (select count(*) from rounds.weekly_entry e where e.programme = f.programme and e.week = f.week) < 2`,
  },
  {
    name: 'Nothing is written in a pause.',
    of: `select count(*) from rounds.weekly_entry`,
    broken: `select e.programme as id from rounds.weekly_entry e join rounds.pause p on p.programme = e.programme and e.at > p.from_at and e.at < coalesce(p.to_at, 'infinity')`,
  },
  {
    name: 'A closed project was taken apart in a round that was revealed, each change for one project.',
    of: `select count(*) from rounds.project where state = 'closed'`,
    broken: `select j.id from rounds.project j join rounds.programme y on y.id = j.programme left join rounds.shared_case c on c.id = j.deconstruction and c.kind = 'deconstruction'
      where j.state = 'closed' and not exists ${REVIEWED_ROUND}
      union select min(id) from rounds.project where deconstruction is not null group by deconstruction having count(*) > 1`,
  },
  {
    name: 'No project is longer than three weeks by its plan, or of no tier.',
    of: `select count(*) from rounds.project`,
    broken: `select id from rounds.project where weeks not between 1 and 3 or tier not between 1 and 4 or cardinality(owns) = 0`,
  },
  {
    name: 'Every revealed round has an answer of everybody in it, given before the reveal.',
    of: `select count(*) from rounds.round where revealed_at is not null`,
    broken: `select r.id from rounds.round r join rounds.round_participant p on p.round = r.id left join rounds.answer a on a.round = r.id and a.person = p.person
      where r.revealed_at is not null and (a.at is null or a.at > r.revealed_at)`,
  },
  {
    name: 'Who owns a moment is known to have known how it ended.',
    of: `select count(*) from rounds.round`,
    broken: `select r.id from rounds.round r join rounds.shared_case c on c.id = r.case_id join rounds.round_participant p on p.round = r.id and p.person = c.owner
      where c.kind = 'moment' and not p.knew_outcome`,
  },
  {
    name: 'Ratings are by people of the round, after its reveal, on the case as it was.',
    of: `select count(*) from rounds.rating`,
    broken: `select v.id from rounds.rating v join rounds.round r on r.id = v.round join rounds.shared_case c on c.id = v.case_id
      where v.at < r.revealed_at or v.case_hash <> c.digest or (select count(*) from rounds.round_participant p where p.round = r.id and p.person in (v.person, v.rater)) < (case when v.person = v.rater then 1 else 2 end)`,
  },
  {
    name: 'Nobody signs for themselves, nor for somebody they taught.',
    of: `select count(*) from rounds.sign_off_record`,
    broken: `select q.id from rounds.sign_off_request q where q.state = 'granted' and (q.signer = q.person
      or exists (select from rounds.programme y where y.preceptee = q.person and y.preceptor = q.signer)
      or exists (select from rounds.hand_over h where h.preceptee = q.person and h.from_person = q.signer and h.done_at is not null))`,
  },
  {
    name: 'What is signed rests on five cases, two contexts, two raters and an error of an agent that was caught.',
    of: `select count(*) from rounds.sign_off_request where state = 'granted'`,
    broken: `select q.id from rounds.sign_off_request q where q.state = 'granted' and (
      (select count(distinct e ->> 'case') from jsonb_array_elements(q.evidence) e where (e ->> 'level')::int >= q.level) < 5
      or (select count(distinct e ->> 'context') from jsonb_array_elements(q.evidence) e where (e ->> 'level')::int >= q.level) < 2
      or (select count(distinct e ->> 'rater') from jsonb_array_elements(q.evidence) e where (e ->> 'level')::int >= q.level) < 2
      or not exists (select from jsonb_array_elements(q.evidence) e where (e ->> 'agentErrorCaught')::boolean and (e ->> 'level')::int >= q.level))`,
  },
  {
    name: 'Everybody whose rating is evidence was asked whether they disagree.',
    of: `select count(*) from rounds.sign_off_request where state = 'granted'`,
    broken: `select q.id from rounds.sign_off_request q, jsonb_array_elements(q.evidence) e where q.state = 'granted'
      and not exists (select from rounds.sign_off_dissent d where d.request = q.id and d.by_person = e ->> 'rater')`,
  },
  {
    name: 'A grand round is revealed with five answers or more, and ends with fewer; none is of the pair that offered it.',
    of: `select count(*) from rounds.grand_round where state in ('revealed', 'ended')`,
    broken: `select g.id from rounds.grand_round g where g.state in ('revealed', 'ended') and (((select count(*) from rounds.grand_answer a where a.grand_round = g.id) < 5) <> (g.state = 'ended')
      or exists (select from rounds.grand_answer a join rounds.pair_member m on m.pair = g.pair and m.person = a.person where a.grand_round = g.id))`,
  },
  {
    name: 'A survey is answered by people of the programme, once each.',
    of: `select count(*) from rounds.survey_answer`,
    broken: `select s.programme as id from rounds.survey_answer s join rounds.programme y on y.id = s.programme
      where s.person not in (y.preceptee, y.preceptor) and not exists (select from rounds.hand_over h where h.programme = y.id and s.person in (h.from_person, h.to_person))`,
  },
  {
    name: 'A completed year lasted its months, and what it was paused besides.',
    of: `select count(*) from rounds.programme where state = 'completed'`,
    broken: `select y.id from rounds.programme y where y.state = 'completed' and y.completed_at < y.starts_at + make_interval(months => y.months)
      + coalesce((select sum(p.to_at - p.from_at) from rounds.pause p where p.programme = y.id), interval '0')`,
  },
  {
    name: 'A completed year had five reviews or more planned, a pause taking one at most.',
    of: `select count(*) from rounds.programme where state = 'completed'`,
    broken: `select y.id from rounds.programme y where y.state = 'completed'
      and (select count(*) from rounds.meeting m where m.programme = y.id and m.kind in ('review', 'midpoint', 'completion')) < 5`,
  },
];

/** Every law with what breaks it. `owner`: connected as the database's owner, who alone sees everything. */
export async function checkYear(owner: Client): Promise<Invariant[]> {
  const checked: Invariant[] = [];
  for (const { name, of, broken } of LAWS) {
    const asked = Number((await owner.query<{ count: string }>(of)).rows[0]?.count ?? 0);
    const { rows } = await owner.query<{ id: string }>(broken);
    checked.push({ name, asked, broken: rows.map(({ id }) => id) });
  }
  checked.push(await checkRecords(owner), await checkLoad(owner));
  return checked;
}

async function checkRecords(owner: Client): Promise<Invariant> {
  const { rows } = await owner.query<{ person: string; entry: SignOffRecord['entry']; hash: string }>(
    'select person, entry, hash from rounds.sign_off_record order by organisation, person, n',
  );
  const recordsByPerson = Map.groupBy(rows, ({ person }) => person);
  return {
    name: 'Nobody’s record of sign-offs was changed.',
    asked: recordsByPerson.size,
    broken: [...recordsByPerson].filter(([, records]) => !isUnbroken(records)).map(([person]) => person),
  };
}

/** To half an hour, as the database rounds. */
const HALF_HOUR = 0.5;

/** The database counts hours in SQL, a week at a time; here they are counted again, from the same spans, by the function that advises. */
async function checkLoad(owner: Client): Promise<Invariant> {
  const weeks: { person: string; week: string; spans: { from: string; to: string }[]; hours: string }[] = [];
  const { rows: preceptors } = await owner.query<{ organisation: string; person: string }>(
    'select distinct organisation, preceptor as person from rounds.programme',
  );
  for (const { organisation, person } of preceptors) {
    // Nobody but the preceptor and their lead is told, the database's owner included.
    await owner.query(`select set_config('app.organisation', $1, false), set_config('app.person', $2, false)`, [organisation, person]);
    const { rows } = await owner.query<(typeof weeks)[number]>(
      `with held as (select m.starts_at as from_at, m.starts_at + make_interval(mins => m.minutes) as to_at
        from rounds.meeting m join rounds.programme y on y.id = m.programme where m.held_at is not null and y.organisation = $1 and y.preceptor = $2),
      weeks as (select date_trunc('week', from_at at time zone 'UTC')::date as week, json_agg(json_build_object('from', from_at, 'to', to_at)) as spans from held group by 1)
      select $2::text as person, week::text, spans, rounds.count_preceptor_hours($2, week) as hours from weeks`,
      [organisation, person],
    );
    weeks.push(...rows);
  }
  const broken = weeks.filter(({ week, spans, hours }) => {
    const from = new Date(`${week}T00:00:00Z`);
    const period = { from: from.toISOString(), to: addDays(from, 7).toISOString() };
    const met = reckonLoad(spans, { period, cap: 0 }).hours;
    const counted = Number(hours);
    // What the tool saw comes on top of meetings, ten minutes an act at most.
    return counted + HALF_HOUR < met || counted > 40 || (counted * 2) % 1 !== 0;
  });
  return {
    name: 'Hours of a preceptor are at least the meetings held, each minute once, and a week has no more than people work.',
    asked: weeks.length,
    broken: broken.map(({ person, week }) => `${person} ${week}`),
  };
}
