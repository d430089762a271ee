/** A cohort's own content in versions, and its handing over to another lead: who may, who may not, who sees it, over HTTP and straight in the database. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CohortContent, ContentFile, ContentVersionList, OwnContent } from '../../../src/model/api/team/cohort-content.ts';
import type { CohortList } from '../../../src/model/api/team/cohorts.ts';
import type { SignOffDraft } from '../../../src/model/api/team/sign-offs.ts';
import type { Cohort } from '../../../src/model/team/cohort.ts';
import type { TeamProgramme } from '../../../src/model/team/programme.ts';
import { describeWithStore } from '../../../src/store/testing/start-test-store.ts';
import { asApplication } from './as-role.ts';
import { WHOLE_PLAN } from './make-programme.ts';
import { startYear, type Someone, type TestYear } from './make-year.ts';
import { read, whoIs } from './read.ts';
import { startTestTeam, type TestTeam } from './start-test-team.ts';

const at = '2026-02-01T10:00:00.000Z';

const refused = async (response: Response): Promise<string> => `${response.status} ${await response.text()}`;
const show = async (who: Someone): Promise<Cohort> => {
  const { cohorts } = await read<CohortList>(await who.browser.get('/api/team/cohorts'));
  return cohorts[0] ?? expect.fail('no cohort');
};

describeWithStore('a cohort', () => {
  let team: TestTeam;
  let now = new Date('2026-02-01T10:00:00.000Z');
  let year: TestYear;
  let lou: Someone;
  let organisation: string;
  let path: string;
  beforeAll(async () => {
    team = await startTestTeam({ clock: () => now });
    year = await startYear(team, 'books');
    const browser = await team.join(year.owner.browser, 'lou@books.example', 'lead');
    const me = await whoIs(browser);
    lou = { id: me.id, name: me.name, browser };
    organisation = me.organisation.id;
    path = `/api/team/cohorts/${year.cohort.id}`;
  }, 60_000);
  afterAll(async () => {
    expect(team.bugs).toEqual([]);
    await team.stop();
  });

  const straight = (who: Someone, statement: string, given: readonly unknown[] = []): Promise<unknown> =>
    asApplication(team, { organisation, person: who.id }, statement, given).then(
      (rows) => rows,
      (error: Error) => error.message,
    );
  const versions = async (who: Someone): Promise<ContentVersionList['versions']> =>
    (await read<ContentVersionList>(await who.browser.get(`${path}/content/versions`))).versions;

  it('keeps who saved which version when, and takes an earlier one back as the next', async () => {
    const { lead, preceptee, owner, other } = year;
    const first = { names: { E5: 'Show that it works' }, levels: { E5: { '3': 'Writes the failing test first.' } } };
    const second = { ...first, misconceptions: [{ id: 'T1', belief: 'A green run proves it.', severity: 'minor' }], signOff: { cases: 7 } };
    await read(await lead.browser.put(`${path}/content`, { onVersion: 0, overrides: first }));
    const two = await read<CohortContent>(await lead.browser.put(`${path}/content`, { onVersion: 1, overrides: second }));
    expect(two.content).toMatchObject({ version: 2, names: { E5: 'Show that it works', E4: 'Judge and accept or refuse' } });
    expect(await refused(await lead.browser.put(`${path}/content`, { onVersion: 1, overrides: {} }))).toMatch(/^409.*version 2/);
    const back = await read<CohortContent>(await lead.browser.post(`${path}/content/versions/1/bring-back`, { onVersion: 2 }));
    expect(back).toMatchObject({ content: { version: 3, signOff: { cases: 5 } }, overrides: first });
    expect(await versions(preceptee)).toMatchObject([
      { version: 3, by: { id: lead.id }, at, fromVersion: 1, changed: ['signOff', 'T1'] },
      { version: 2, fromVersion: null, changed: ['signOff', 'T1'] },
      { version: 1, fromVersion: null, changed: ['E5'] },
    ]);
    for (const who of [owner, other, lou]) expect(await versions(who)).toEqual([]);
    for (const who of [preceptee, owner]) expect((await who.browser.post(`${path}/content/versions/1/bring-back`, { onVersion: 3 })).status).toBe(403);
    expect((await lou.browser.post(`${path}/content/versions/0/bring-back`, { onVersion: 3 })).status).toBe(403);
    expect((await lead.browser.post(`${path}/content/versions/9/bring-back`, { onVersion: 3 })).status).toBe(404);
    expect(await straight(lead, `update rounds.cohort set content = '{}' where id = $1`, [year.cohort.id])).toMatch(/permission denied/);
    expect(await straight(lead, `delete from rounds.cohort_content where cohort = $1`, [year.cohort.id])).toMatch(/permission denied/);
    const save = `select rounds.save_cohort_content($1, '{}', 3, null, now())`;
    for (const who of [preceptee, owner, lou]) expect(await straight(who, save, [year.cohort.id])).toBe('not its lead');
  });

  it('gives it to who is in a running year there, and says it in sign-offs, never lighter', async () => {
    const { lead, preceptee, preceptor, other } = year;
    const overrides = { names: { E5: 'Show that it works' }, misconceptions: [{ id: 'C1', severity: 'minor' }] };
    await read(await lead.browser.put(`${path}/content`, { onVersion: 3, overrides }));
    for (const who of [preceptee, preceptor]) {
      const own = await read<OwnContent>(await who.browser.get('/api/team/content'));
      expect(own).toMatchObject({ of: { cohort: { id: year.cohort.id }, version: 4, overrides }, words: { names: { E5: 'Show that it works' } } });
    }
    for (const who of [other, lead]) expect(await read<OwnContent>(await who.browser.get('/api/team/content'))).toMatchObject({ of: null });
    const draft = await read<SignOffDraft>(await preceptee.browser.get('/api/team/sign-off-draft?activity=E5&level=4'));
    expect(draft).toMatchObject({ activityName: 'Show that it works', contentVersion: 4, levelText: expect.stringContaining('mutates code') });
    const whose = 'select version from rounds.read_sign_off_content($1)';
    expect(await straight(preceptee, whose, [preceptee.id])).toEqual([{ version: 4 }]);
    for (const who of [lead, other, preceptor]) expect(await straight(who, whose, [preceptee.id])).toEqual([]);
  });

  it('goes out and comes in as a file, with every place that does not fit', async () => {
    const { lead, preceptee } = year;
    const { text } = await read<ContentFile>(await preceptee.browser.get(`${path}/content/file`));
    expect(text).toContain('E5: Show that it works');
    const taken = await read<CohortContent>(await lead.browser.post('/api/team/content/file', { text }));
    expect(taken.overrides).toEqual((await read<CohortContent>(await lead.browser.get(`${path}/content`))).overrides);
    const wrong = 'names:\n  E5: ""\nsignOff:\n  cases: 2\n';
    expect(await refused(await lead.browser.post('/api/team/content/file', { text: wrong }))).toMatch(
      /400.*Line 4, column 10: cases: Not under 5. Line 2, column 7: E5: Give it a name/,
    );
    expect(await refused(await lead.browser.post('/api/team/content/file', { text: 'misconceptions:\n  - id: T99\n' }))).toMatch(/400.*Line 2/);
    expect(await refused(await lead.browser.post('/api/team/content/file', { text: 'a: &x [1]\nb: *x\n' }))).toMatch(/^400/);
  });

  it('is handed over by its lead to a lead who accepts; rights follow at once, and the pairs see it', async () => {
    const { lead, owner, preceptee, preceptor, other } = year;
    const programme = `/api/team/programmes/${year.programme}`;
    const offer = { to: lou.id };
    expect(await refused(await lead.browser.post(`${path}/lead`, { to: other.id }))).toMatch(/^403.*People/);
    for (const who of [owner, lou, preceptee]) expect((await who.browser.post(`${path}/lead`, offer)).status).toBe(403);
    expect(await straight(owner, 'select rounds.propose_lead($1, $2, now())', [year.cohort.id, lou.id])).toBe('not its lead');
    expect(await straight(lead, 'select rounds.propose_lead($1, $2, now())', [year.cohort.id, other.id])).toBe('no such lead');
    expect(await straight(lead, 'update rounds.cohort set lead = $2 where id = $1', [year.cohort.id, lou.id])).toMatch(/permission denied/);

    await read(await lead.browser.post(`${path}/lead`, { to: owner.id }));
    await read(await lead.browser.post(`${path}/lead`, offer));
    expect((await show(lou)).leadHandOvers).toMatchObject([{ n: 2, state: 'proposed', from: { id: lead.id }, proposedBy: { id: lead.id } }]);
    expect((await show(owner)).leadHandOvers).toMatchObject([{ n: 1, state: 'withdrawn' }]);
    for (const who of [preceptee, preceptor, other]) expect((await show(who)).leadHandOvers).toEqual([]);
    expect((await lou.browser.get(programme)).status).toBe(404);
    expect((await owner.browser.post(`${path}/lead/1/accept`)).status).toBe(409);
    for (const who of [owner, lead]) expect([403, 404]).toContain((await who.browser.post(`${path}/lead/2/accept`)).status);
    expect(await straight(owner, 'select rounds.accept_lead($1, 2, now())', [year.cohort.id])).toBe('not asked');

    await read(await lou.browser.post(`${path}/lead/2/accept`));
    expect((await lou.browser.post(`${path}/lead/2/accept`)).status).toBe(409);
    expect(await read<TeamProgramme>(await lou.browser.get(programme))).toMatchObject({ lead: { id: lou.id }, parts: ['lead'], pair: null });
    expect((await lead.browser.get(programme)).status).toBe(404);
    for (const each of [`${path}/load`, `${path}/suggestions`]) {
      expect((await lead.browser.get(each)).status).toBe(403);
      expect((await lou.browser.get(each)).status).toBe(200);
    }
    expect(await refused(await lead.browser.put(`${path}/content`, { onVersion: 4, overrides: {} }))).toMatch(/^403.*lou/);
    for (const who of [preceptee, preceptor])
      expect(await show(who)).toMatchObject({ lead: { id: lou.id }, leadHandOvers: [{ state: 'done', from: { id: lead.id }, doneAt: at }] });
    expect((await show(other)).leadHandOvers).toEqual([]);
    expect((await show(owner)).leadHandOvers).toMatchObject([{ n: 1, state: 'withdrawn' }]);
  });

  it('needs the new lead’s own word for a plan that has not begun', async () => {
    const { preceptee, other, lead } = year;
    const made = await read<TeamProgramme>(
      await lou.browser.post('/api/team/programmes', { cohort: year.cohort.id, preceptee: other.id, preceptor: preceptee.id, area: 'search', startsAt: at }),
    );
    const of = `/api/team/programmes/${made.id}`;
    await read(await other.browser.put(`${of}/plan`, { ...WHOLE_PLAN, onVersion: 1 }));
    for (const who of [other, preceptee, lou]) await read(await who.browser.post(`${of}/agree`, { version: 2 }));
    await read(await lou.browser.post(`${path}/lead`, { to: lead.id }));
    await read(await lead.browser.post(`${path}/lead/3/accept`));
    expect((await read<TeamProgramme>(await lead.browser.get(of))).missing).toEqual([expect.stringContaining(lead.name)]);
    expect(await refused(await other.browser.post(`${of}/move`, { action: 'start' }))).toContain(lead.name);
    await read(await lead.browser.post(`${path}/lead`, { to: lou.id }));
    await read(await lou.browser.post(`${path}/lead/4/withdraw`));
    expect((await lou.browser.post(`${path}/lead/4/accept`)).status).toBe(409);
    await read(await lead.browser.post(`${path}/lead`, { to: lou.id }));
    await read(await lou.browser.post(`${path}/lead/5/accept`));
  });

  it('is given to another by an owner once its lead is gone, who sees nothing of the years by that; what was completed names who led it then', async () => {
    const { owner, lead, preceptee, preceptor } = year;
    now = new Date('2027-02-01T10:00:00.000Z');
    await read(await lou.browser.post(`/api/team/programmes/${year.programme}/move`, { action: 'complete' }));
    expect((await owner.browser.post(`${path}/lead`, { to: lead.id })).status).toBe(403);
    expect((await owner.browser.delete(`/api/team/people/${lou.id}`)).status).toBeLessThan(300);
    expect(await show(owner)).toMatchObject({ hasLead: false, leadHandOvers: [{ state: 'withdrawn' }] });
    expect((await lead.browser.post(`${path}/lead`, { to: lead.id })).status).toBe(403);
    now = new Date('2027-02-02T10:00:00.000Z');
    await read(await owner.browser.post(`${path}/lead`, { to: lead.id }));
    const seen = await owner.browser.get('/api/team/programmes');
    expect(await seen.json()).toEqual({ programmes: [], incoming: [] });
    expect((await owner.browser.get(`${path}/load`)).status).toBe(403);
    expect(await versions(owner)).toEqual([]);
    await read(await lead.browser.post(`${path}/lead/6/accept`));
    expect(await show(preceptee)).toMatchObject({
      hasLead: true,
      lead: { id: lead.id },
      leadHandOvers: [{ n: 6, proposedBy: { id: owner.id } }, { n: 5 }, { n: 3 }, { n: 2 }],
    });
    expect((await read<TeamProgramme>(await preceptor.browser.get(`/api/team/programmes/${year.programme}`))).lead.id).toBe(lead.id);
    expect(await (await owner.browser.get('/api/team/programmes')).json()).toEqual({ programmes: [], incoming: [] });
    const credential = await (await preceptee.browser.get(`/api/team/credentials/programmes/${year.programme}`)).text();
    expect(credential).toContain(`led by ${lou.name}`);
  });
});
