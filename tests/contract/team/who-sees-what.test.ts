/**
 * Who sees what of one person's year: every GET route of the team server, asked by everybody, over something of every kind. Made from
 * the route table. docs/who-sees-what.md is its print; ROUNDS_WRITE_DOCS=1 writes it anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listTeamRoutes } from '../../../src/server/team/routes/all-routes.ts';
import type { TeamContext } from '../../../src/server/team/team-context.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { plantEverything, VIEWERS, type Planted, type Viewer } from './plant-everything.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const TWO: readonly Viewer[] = ['owner', 'partner'];
const TWO_AND_LEAD: readonly Viewer[] = ['owner', 'partner', 'lead'];

/** As growth.md and product.md have it; anybody else who sees one of these is a surprise. */
const MAY_SEE: Readonly<Record<string, readonly Viewer[]>> = {
  programme: [...TWO_AND_LEAD, 'guest'],
  'plan of the year': TWO_AND_LEAD,
  pair: TWO,
  meeting: TWO_AND_LEAD,
  'note of a meeting': TWO,
  'weekly page': TWO,
  'preceptor’s half of the page': TWO,
  'focus of the week': TWO,
  project: TWO,
  'title of a project': TWO,
  'protected time': TWO,
  'match profile': ['owner'],
  case: TWO,
  'content of a case': TWO,
  round: TWO,
  judgement: TWO,
  'judgement of the partner': TWO,
  probe: TWO,
  debrief: TWO,
  'lesson of the pair': TWO,
  'reasoning of a lesson': TWO,
  'question on a case': TWO,
  rating: TWO,
  'rating of oneself': TWO,
  'rating of oneself alone': ['owner'],
  'growth that is shown': TWO,
  // Offered to the cohort on purpose, without names.
  'grand round': [...TWO, 'peer', 'guest'],
  'case of a grand round': [...TWO, 'peer', 'guest'],
  // Nobody's before the reveal, and never with a name.
  'answer of a peer': [],
  'what a preceptee says of the preceptor': ['owner'],
  'reason of a pause': TWO,
  // Whom it is for.
  'note of a hand-over': [...TWO, 'guest'],
  'request to sign': ['owner', 'signer', 'partner'],
};

/** By route and viewer, what was seen. */
type Seen = Map<string, Map<Viewer, Set<string>>>;

const listSeen = (seen: Seen, viewer: Viewer): string[] => [...new Set([...seen.values()].flatMap((row) => [...(row.get(viewer) ?? [])]))].toSorted();

describeWithStore('who sees what', () => {
  let team: TestTeam;
  let planted: Planted;
  const seen: Seen = new Map();
  const now = new Date('2026-03-03T10:00:00.000Z');

  beforeAll(async () => {
    team = await startTestTeam({ clock: () => now });
    planted = await plantEverything(team, () => now);
    const routes = listTeamRoutes({ app: team.app } as TeamContext).filter(({ method, path }) => method === 'GET' && path !== '/api/team/events');
    for (const { path } of routes) seen.set(path, new Map(await Promise.all(VIEWERS.map(async (viewer) => [viewer, await look(path, viewer)] as const))));
  }, 600_000);
  afterAll(() => team.stop());

  async function look(path: string, viewer: Viewer): Promise<Set<string>> {
    const found = new Set<string>();
    for (const address of toAddresses(path)) {
      const answered = await planted.viewers[viewer].get(address);
      expect(answered.status, `${viewer} ${address}`).toBeLessThan(500);
      const text = await answered.text();
      // What stands in a refusal is what was asked for.
      if (!answered.ok) continue;
      for (const [noun, words] of planted.marks) if (text.includes(words)) found.add(noun);
    }
    return found;
  }

  function toAddresses(path: string): string[] {
    const { programme, cohort, round, lesson, week, ids } = planted;
    const queries = [
      '',
      `?programme=${programme}`,
      `?cohort=${cohort}&month=0`,
      `?round=${round}`,
      `?case=${planted.case}`,
      `?lesson=${lesson}`,
      `?week=${week}`,
      '?activity=E4&level=3',
      '?q=words',
      '?which=agent',
    ];
    return /:\w+/.test(path) ? ids.map((id) => path.replaceAll(/:\w+/g, id)) : queries.map((query) => path + query);
  }

  it('has something of every kind, which its owner or somebody sees', () => {
    expect(Object.keys(MAY_SEE).toSorted()).toEqual([...planted.marks.keys()].toSorted());
    const shownToOwner = new Set([...seen.values()].flatMap((row) => [...(row.get('owner') ?? [])]));
    expect([...planted.marks.keys()].filter((noun) => !shownToOwner.has(noun))).toEqual(['answer of a peer']);
  });

  it('shows nobody what is not theirs to see, by any route', () => {
    const surprises = [...seen].flatMap(([path, row]) =>
      [...row].flatMap(([viewer, nouns]) => [...nouns].filter((noun) => !MAY_SEE[noun]?.includes(viewer)).map((noun) => `${viewer} sees ${noun} at ${path}`)),
    );
    expect(surprises).toEqual([]);
    expect(seen.size).toBeGreaterThan(30);
    expect(team.bugs).toEqual([]);
  });

  it('shows a lead the programme and its meetings, and an organisation’s owner as such nothing', () => {
    expect(listSeen(seen, 'lead')).toEqual(['meeting', 'plan of the year', 'programme']);
    expect(listSeen(seen, 'leader')).toEqual([]);
    expect(listSeen(seen, 'stranger')).toEqual([]);
    expect(listSeen(seen, 'signer')).toEqual(['request to sign']);
  });

  it('is what the documentation says', () => {
    const file = join(import.meta.dirname, '../../../docs/who-sees-what.md');
    const text = print();
    if (process.env['ROUNDS_WRITE_DOCS']) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  function print(): string {
    const sees = (viewer: Viewer, noun: string): boolean => [...seen.values()].some((row) => row.get(viewer)?.has(noun));
    const nouns = [...planted.marks.keys()];
    const routes = [...seen].filter(([, row]) => [...row.values()].some(({ size }) => size > 0));
    const silent = [...seen].filter(([, row]) => [...row.values()].every(({ size }) => size === 0)).map(([path]) => `\`${path}\``);
    return `# Who sees what

Written by \`ROUNDS_WRITE_DOCS=1 npx vitest run tests/contract/team/who-sees-what.test.ts\`: every GET route of the team server, made from its route table, asked by everybody over one preceptee's year with something of every kind in it. The test fails on any surprise. The screens show what these routes answer, and nothing else.

- **owner**: the preceptee whose year it is. **partner**: their preceptor. **lead**: of their cohort. **leader**: owner of the organisation. **signer**: whom they asked to sign. **guest**: named in a hand-over that is not done, and of the cohort. **peer**: another preceptee of the cohort. **stranger**: of the same organisation, and of nothing here.

| what | ${VIEWERS.join(' | ')} |
| --- | ${VIEWERS.map(() => '---').join(' | ')} |
${nouns.map((noun) => `| ${noun} | ${VIEWERS.map((viewer) => (sees(viewer, noun) ? 'yes' : '–')).join(' | ')} |`).join('\n')}

## By route

| route | who sees something of it |
| --- | --- |
${routes
  .map(
    ([path, row]) =>
      `| \`${path}\` | ${[...row]
        .filter(([, found]) => found.size > 0)
        .map(([viewer, found]) => `**${viewer}**: ${[...found].join(', ')}`)
        .join('; ')} |`,
  )
  .join('\n')}

Nothing of it at all, to anybody: ${silent.join(', ')}.
`;
  }
});
