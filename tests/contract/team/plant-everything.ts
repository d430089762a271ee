/** One person's year with something of every kind in it, each with words that stand nowhere else: what is seen of it can be told from any answer. */
import type { SharedCase } from '../../../src/model/api/team/cases.ts';
import { PRECEPTOR_ITEMS, SURVEY_ITEMS } from '../../../src/programme/survey/survey-items.ts';
import { toWeek } from '../../../src/programme/weekly/to-week.ts';
import { withClient } from '../../../src/store/postgres/with-client.ts';
import type { Browser } from './create-browser.ts';
import { sampleCase, sampleDebrief, sampleJudgement } from './sample-case.ts';
import type { TestTeam } from './start-test-team.ts';
import { whoIs } from './read.ts';
/** `owner` is the preceptee whose everything is: what others may see of it is the question. */
export const VIEWERS = ['owner', 'partner', 'lead', 'leader', 'signer', 'guest', 'peer', 'stranger'] as const;
export type Viewer = (typeof VIEWERS)[number];

export interface Planted {
  readonly viewers: Readonly<Record<Viewer, Browser>>;
  /** By what it is: ids and words that say that somebody saw it. */
  readonly marks: ReadonlyMap<string, string>;
  /** Everything that can stand in an address. */
  readonly ids: readonly string[];
  readonly programme: string;
  readonly cohort: string;
  readonly round: string;
  readonly case: string;
  readonly lesson: string;
  readonly week: string;
}

const DAY_MS = 86_400_000;

export async function plantEverything(team: TestTeam, now: () => Date): Promise<Planted> {
  const leader = await team.foundOrganisation('acme');
  const lead = await team.join(leader, 'lead@acme.example', 'lead');
  const join = (name: string): Promise<Browser> => team.join(leader, `${name}@acme.example`);
  const owner = await join('owner');
  const partner = await join('partner');
  const signer = await join('signer');
  const guest = await join('guest');
  const peer = await join('peer');
  const stranger = await join('stranger');
  const viewers = { owner, partner, lead, leader, signer, guest, peer, stranger };
  const me = Object.fromEntries(await Promise.all(Object.entries(viewers).map(async ([name, who]) => [name, (await whoIs(who)).id]))) as Record<Viewer, string>;
  const marks = new Map<string, string>();
  const mark = (noun: string): string => {
    const words = `words-of-${noun.replaceAll(' ', '-')}-qzx`;
    marks.set(noun, words);
    return words;
  };
  const keep = <T extends { id: string }>(noun: string, made: T): T => {
    marks.set(noun, made.id);
    return made;
  };

  const cohort = await post<{ id: string }>(lead, '/api/team/cohorts', { name: 'Spring' });
  const policy = { goal: 'Grow.', goalOwner: 'A leader', policyUrl: 'https://acme.example/policy' };
  await put(lead, `/api/team/cohorts/${cohort.id}`, { name: 'Spring', ...policy });
  const profile = {
    takesPartAs: 'preceptee',
    areas: [mark('match profile')],
    activities: [],
    utcOffset: 0,
    from: 9,
    to: 17,
    wishes: [me.peer],
    declines: [me.stranger],
  };
  await put(owner, `/api/team/cohorts/${cohort.id}/profile`, profile);
  const startsAt = now().toISOString();

  async function begin(preceptee: Viewer, preceptor: Viewer, plan: string): Promise<{ id: string; pair: string }> {
    const made = await post<{ id: string; plan: { version: number } }>(lead, '/api/team/programmes', {
      cohort: cohort.id,
      preceptee: me[preceptee],
      preceptor: me[preceptor],
      startsAt,
    });
    const saved = await put<{ plan: { version: number } }>(viewers[preceptee], `/api/team/programmes/${made.id}/plan`, {
      onVersion: made.plan.version,
      goal: plan,
      owner: 'A leader',
      policyUrl: policy.policyUrl,
      protectedHoursAWeek: 5,
      firstMeetingAt: startsAt,
    });
    for (const who of [viewers[preceptee], viewers[preceptor], lead]) await post(who, `/api/team/programmes/${made.id}/agree`, { version: saved.plan.version });
    return post<{ id: string; pair: string }>(viewers[preceptee], `/api/team/programmes/${made.id}/move`, { action: 'start' });
  }
  await begin('peer', 'guest', 'A year of a peer.');
  const programme = await begin('owner', 'partner', mark('plan of the year'));
  marks.set('programme', programme.id);
  marks.set('pair', programme.pair);

  const meeting = keep(
    'meeting',
    await post<{ id: string }>(partner, '/api/team/meetings', { programme: programme.id, kind: 'check-in', startsAt: later(now, 2), minutes: 30 }),
  );
  await put(owner, `/api/team/meetings/${meeting.id}/note`, { place: 'Room 5', words: mark('note of a meeting') });

  const week = toWeek(now());
  const words = mark('weekly page');
  await put(owner, `/api/team/weekly/${programme.id}/${week}`, { of: 'preceptee', wentWell: words, hardest: words, differently: words, nextFocus: words });
  const half = mark('preceptor’s half of the page');
  await put(partner, `/api/team/weekly/${programme.id}/${week}`, { of: 'preceptor', saw: half, wantsNext: half, changesMyself: half });
  const focus = mark('focus of the week');
  for (const who of [owner, partner]) await put(who, `/api/team/weekly/${programme.id}/${week}/focus`, { focus });

  keep(
    'project',
    await post<{ id: string }>(owner, '/api/team/projects', {
      programme: programme.id,
      title: mark('title of a project'),
      learningGoal: 'Learn.',
      scopeCap: 'Small.',
      weeks: 2,
      tier: 1,
      owns: ['E1'],
    }),
  );
  const { times } = await post<{ times: { id: string }[] }>(owner, '/api/team/protected-time', {
    programme: programme.id,
    from: later(now, -1),
    to: later(now, -1, 2),
  });
  const [time] = times;
  if (!time) throw new Error('Time that was offered is not there.');
  keep('protected time', time);

  const shared = keep('case', await post<SharedCase>(owner, '/api/team/cases', sampleCase(programme.pair, mark('content of a case'))));
  const round = keep('round', await post<{ id: string }>(owner, '/api/team/rounds', { case: shared.id, people: [me.partner] }));
  await post(owner, `/api/team/rounds/${round.id}/seal`, sampleJudgement(mark('judgement')));
  await post(partner, `/api/team/rounds/${round.id}/seal`, sampleJudgement(mark('judgement of the partner')));
  const probe = await post<{ id: string }>(partner, '/api/team/probes', {
    round: round.id,
    probe: { target: 'agent', path: 'probe.test.js', code: mark('probe'), claim: 'x' },
  });
  await post(owner, `/api/team/rounds/${round.id}/start-debrief`);
  await post(owner, `/api/team/rounds/${round.id}/close`, { ...sampleDebrief, nextTime: mark('debrief') });
  const lesson = keep(
    'lesson of the pair',
    await post<{ id: string }>(owner, '/api/team/lessons', {
      lesson: { rule: 'Run what a claim is about.', reasoning: mark('reasoning of a lesson'), tags: [], anchors: [] },
      round: round.id,
      pair: programme.pair,
    }),
  );
  const thread = await post<{ id: string }>(owner, '/api/team/threads', { case: shared.id, anchor: null, body: mark('question on a case') });
  const rating = { person: me.owner, activity: 'E4', retrospective: 2, prospective: 3, note: mark('rating') };
  await post(partner, `/api/team/rounds/${round.id}/ratings`, rating);
  // The partner said theirs, so each sees what the other says.
  await post(owner, `/api/team/rounds/${round.id}/ratings`, { ...rating, note: mark('rating of oneself') });
  // Of what the partner said nothing, they see nothing.
  await post(owner, `/api/team/rounds/${round.id}/ratings`, { ...rating, activity: 'E5', note: mark('rating of oneself alone') });
  const at = now().toISOString();
  const activity = { activity: 'E4', rules: [{ rule: mark('growth that is shown'), at }], levels: [] };
  await post(owner, '/api/team/shown-growth', { reader: me.partner, shown: { kind: 'activity', subject: 'E4', body: activity } });

  const open = await post<SharedCase>(owner, '/api/team/cases', sampleCase(programme.pair, mark('case of a grand round')));
  const grand = keep('grand round', await post<{ id: string }>(owner, '/api/team/grand-rounds', { cohort: cohort.id, case: open.id }));
  await post(partner, `/api/team/grand-rounds/${grand.id}/agree`, { days: 7 });
  await post(peer, `/api/team/grand-rounds/${grand.id}/seal`, sampleJudgement(mark('answer of a peer')));

  await post(owner, '/api/team/surveys', { programme: programme.id, month: 0, values: Object.fromEntries(SURVEY_ITEMS.map(({ id }) => [id, 1])) });
  await post(owner, '/api/team/preceptor-ratings', {
    programme: programme.id,
    values: Object.fromEntries(PRECEPTOR_ITEMS.map(({ id }) => [id, 1])),
    words: mark('what a preceptee says of the preceptor'),
    open: true,
  });
  await post(owner, `/api/team/programmes/${programme.id}/move`, { action: 'pause', why: mark('reason of a pause') });
  await post(owner, `/api/team/programmes/${programme.id}/move`, { action: 'resume' });
  await post(partner, `/api/team/programmes/${programme.id}/hand-overs`, {
    to: me.guest,
    summary: mark('note of a hand-over'),
    focus: 'On.',
    openProjects: [],
  });
  const request = await askToSign(team, { organisation: await organisationOf(team, me.owner), person: me.owner, signer: me.signer, rater: me.partner, at });
  marks.set('request to sign', request);

  const ids = [...marks.values(), cohort.id, probe.id, thread.id, open.id, time.id, ...Object.values(me)].filter(
    (each) => /^[a-z]+_[0-9a-f]+$/.test(each) || Object.values(me).includes(each),
  );
  return { viewers, marks, ids, programme: programme.id, cohort: cohort.id, round: round.id, case: shared.id, lesson: lesson.id, week };
}

/** Past the rules of evidence, which are tested elsewhere: who sees a request is what is asked here. */
async function askToSign({ database }: TestTeam, given: { organisation: string; person: string; signer: string; rater: string; at: string }): Promise<string> {
  const id = 'o_00000000000000aa';
  await withClient(database.owner, async (client) => {
    await client.query(
      `insert into rounds.sign_off_request (id, organisation, person, activity, level, signer, evidence, at) values ($1, $2, $3, 'E4', 3, $4, '[]', $5)`,
      [id, given.organisation, given.person, given.signer, given.at],
    );
    await client.query('insert into rounds.sign_off_dissent (request, by_person, organisation, asked_at) values ($1, $2, $3, $4)', [
      id,
      given.rater,
      given.organisation,
      given.at,
    ]);
  });
  return id;
}

async function organisationOf({ database }: TestTeam, person: string): Promise<string> {
  return withClient(database.owner, async (client) => {
    const { rows } = await client.query<{ organisation: string }>('select organisation from rounds.person where id = $1', [person]);
    return rows[0]?.organisation ?? '';
  });
}

const post = async <T>(who: Browser, path: string, body: unknown = {}): Promise<T> => done(path, await who.post(path, body));
const put = async <T>(who: Browser, path: string, body: unknown): Promise<T> => done(path, await who.put(path, body));

async function done<T>(path: string, response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 400)}`);
  return (text === '' ? {} : JSON.parse(text)) as T;
}

const later = (now: () => Date, days: number, hours = 0): string => new Date(now().getTime() + days * DAY_MS + hours * 3_600_000).toISOString();
