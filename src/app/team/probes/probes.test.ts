import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../../model/problem.ts';
import type { Result } from '../../../model/result.ts';
import type { RoundId } from '../../../model/round.ts';
import type { Probe, ProbeCode, ProbeResult } from '../../../model/team/probe.ts';
import { openKeys } from '../../../store/keys/open-keys.ts';
import { latestChange, readChanges } from '../../../store/listen-for-changes.ts';
import { startSeededStore, type SeededStore } from '../../../store/testing/start-seeded-store.ts';
import { describeWithStore } from '../../../store/testing/start-test-store.ts';
import { addProbe } from './add-probe.ts';
import { listProbesOfRound, listWaiting, readOutput, showProbe } from './list-probes.ts';
import { appendMyOutput, cancelProbe, declineProbe, endMyProbe, MAX_KEPT_OUTPUT, startMyProbe } from './run-probe.ts';

function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(`${result.problem.what} ${result.problem.why ?? ''}`);
  return result.value;
}
const refused = (tag: string) => ({ ok: false, problem: { tag } });
const CODE: ProbeCode = { target: 'agent', path: 'probe.test.js', code: 'throw new Error("planted")', claim: 'Two bookings take one seat.' };

const toResult = (probe: Probe): ProbeResult => ({
  finding: 'demonstrated',
  run: { command: 'node --test', outcome: 'failed', exitCode: 1, durationMs: 5, output: 'not ok', cutBytes: 0, sandbox: 'bubblewrap 1' },
  approvedSha256: probe.sha256,
  treeHash: 'a'.repeat(64),
});

describeWithStore('probes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rounds-probes-'));
  let seeded: SeededStore;
  let round: RoundId;
  let now = Date.parse('2026-03-01T10:00:00Z');
  const keys = valueOf(openKeys({ folder, variables: {} }));
  const app = {
    get store() {
      return seeded.store;
    },
    keys,
    clock: () => new Date((now += 1000)),
  };
  const add = async (by = seeded.ben, probe = CODE): Promise<Probe> => valueOf(await addProbe(app, by, { round, probe }));

  beforeAll(async () => {
    seeded = await startSeededStore();
    round = seeded.round as unknown as RoundId;
    await seeded.run(`insert into rounds.round_log values ('${seeded.round}', 1, 'books', 'anna', 'call', 'framed', 'sealing', now())`);
  });
  beforeEach(() => seeded.run(`update rounds.round set state = 'revealed', closed_at = null`));
  afterAll(async () => {
    await seeded.store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one whose machine never came back waits again, without what it printed, and may be run again', async () => {
    const { anna, ben } = seeded;
    const probe = await add();
    valueOf(await startMyProbe(app, anna, probe.id, probe));
    valueOf(await appendMyOutput(app, anna, probe.id, { n: 0, text: 'half a' }));
    now += 14 * 60_000;
    expect(valueOf(await showProbe(app, ben, probe.id)).state).toBe('running');
    now += 60_000;
    const since = valueOf(await latestChange(seeded.store, anna));
    expect(valueOf(await listProbesOfRound(app, ben, round)).probes.find(({ id }) => id === probe.id)).toMatchObject({ state: 'pending', result: null });
    expect((valueOf(await readChanges(seeded.store, anna, since)) ?? []).map(({ data }) => data)).toEqual([{ probe: probe.id, round, state: 'pending' }]);
    expect(valueOf(await listWaiting(app, anna)).probes.map(({ id }) => id)).toContain(probe.id);
    expect(await endMyProbe(app, anna, probe.id, toResult(probe))).toMatchObject(refused('conflict'));
    valueOf(await startMyProbe(app, anna, probe.id, probe));
    expect(valueOf(await readOutput(app, ben, probe.id, 0)).output).toEqual([]);
    expect(valueOf(await endMyProbe(app, anna, probe.id, toResult(probe))).state).toBe('ended');
  });

  test('a partner’s probe waits for the owner, runs with exactly that code, and says what came of it to both', async () => {
    const { anna, ben } = seeded;
    const since = valueOf(await latestChange(seeded.store, anna));
    const probe = await add();
    expect(probe).toMatchObject({ state: 'pending', author: 'ben', owner: 'anna', probe: CODE, result: null });
    const told = (valueOf(await readChanges(seeded.store, anna, since)) ?? []).map(({ data }) => data);
    expect(told).toEqual([
      { round, state: 'proving' },
      { probe: probe.id, round, state: 'pending' },
    ]);
    expect(valueOf(await listWaiting(app, anna))).toMatchObject({ probes: [{ id: probe.id, probe: CODE }], people: [{ id: 'ben', name: 'Ben' }] });
    expect(valueOf(await listWaiting(app, ben)).probes).toEqual([]);

    expect(await startMyProbe(app, ben, probe.id, probe)).toMatchObject(refused('not-allowed'));
    expect(await startMyProbe(app, anna, probe.id, { sha256: 'b'.repeat(64) })).toMatchObject(refused('conflict'));
    expect(await appendMyOutput(app, anna, probe.id, { n: 0, text: 'early' })).toMatchObject(refused('conflict'));
    expect(valueOf(await startMyProbe(app, anna, probe.id, probe))).toMatchObject({ state: 'running' });
    expect(await startMyProbe(app, anna, probe.id, probe)).toMatchObject(refused('conflict'));
    expect(await cancelProbe(app, ben, probe.id)).toMatchObject(refused('conflict'));

    for (const n of [0, 1, 1]) valueOf(await appendMyOutput(app, anna, probe.id, { n, text: `piece ${n}\n` }));
    expect(await appendMyOutput(app, ben, probe.id, { n: 2, text: 'not mine' })).toMatchObject(refused('not-allowed'));
    expect(valueOf(await readOutput(app, ben, probe.id, 0)).output).toEqual([
      { n: 0, text: 'piece 0\n' },
      { n: 1, text: 'piece 1\n' },
    ]);
    expect(valueOf(await readOutput(app, ben, probe.id, 2)).output).toEqual([]);

    expect(await endMyProbe(app, anna, probe.id, { ...toResult(probe), approvedSha256: 'b'.repeat(64) })).toMatchObject(refused('conflict'));
    valueOf(await endMyProbe(app, anna, probe.id, toResult(probe)));
    expect(valueOf(await showProbe(app, ben, probe.id))).toMatchObject({ state: 'ended', result: { finding: 'demonstrated' } });
    expect(await endMyProbe(app, anna, probe.id, toResult(probe))).toMatchObject(refused('conflict'));
  });

  test('a probe is taken back by its author or declined by the owner while it waits, and by nobody else', async () => {
    const { anna, ben, cleo, dora } = seeded;
    const [one, two] = [await add(), await add()];
    expect(await cancelProbe(app, anna, one.id)).toMatchObject(refused('not-allowed'));
    expect(await declineProbe(app, ben, two.id)).toMatchObject(refused('not-allowed'));
    for (const other of [cleo, dora]) {
      for (const refusal of [
        await showProbe(app, other, one.id),
        await cancelProbe(app, other, one.id),
        await declineProbe(app, other, one.id),
        await startMyProbe(app, other, one.id, one),
        await readOutput(app, other, one.id, 0),
        await listProbesOfRound(app, other, round),
        await addProbe(app, other, { round, probe: CODE }),
      ])
        expect(refusal).toMatchObject(refused('not-found'));
      expect(valueOf(await listWaiting(app, other)).probes).toEqual([]);
    }
    valueOf(await cancelProbe(app, ben, one.id));
    valueOf(await declineProbe(app, anna, two.id));
    const listed = valueOf(await listProbesOfRound(app, ben, round)).probes.filter(({ id }) => id === one.id || id === two.id);
    expect(listed.map(({ state }) => state)).toEqual(['cancelled', 'declined']);
    for (const { id, sha256 } of [one, two]) expect(await startMyProbe(app, anna, id, { sha256 })).toMatchObject(refused('conflict'));
  });

  test('nobody adds a probe before the reveal or to a closed round, and two at once are both there', async () => {
    const { anna, ben } = seeded;
    for (const state of ['sealing', 'closed']) {
      await seeded.run(`update rounds.round set state = '${state}'`);
      expect(await addProbe(app, ben, { round, probe: CODE })).toMatchObject(refused('conflict'));
    }
    await seeded.run(`update rounds.round set state = 'revealed'`);
    const both = await Promise.all([addProbe(app, ben, { round, probe: CODE }), addProbe(app, anna, { round, probe: { ...CODE, target: 'fix' } })]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  });

  test('the owner of a case who takes no part in the round runs its probes, and those who do hear of it', async () => {
    const { anna, ben } = seeded;
    const other = 'r_00000000000000bb' as unknown as RoundId;
    await seeded.run(`
      insert into rounds.round (id, organisation, case_id, state, called_by, created_at, revealed_at) values
        ('${other}', 'books', '${seeded.case}', 'revealed', 'ben', now(), now());
      insert into rounds.round_participant values ('${other}', 'books', 'ben', 1, false, true);
      insert into rounds.round_log values ('${other}', 1, 'books', 'ben', 'call', 'framed', 'sealing', now())`);
    const probe = valueOf(await addProbe(app, ben, { round: other, probe: CODE }));
    expect(valueOf(await listWaiting(app, anna)).probes.map(({ id }) => id)).toContain(probe.id);
    const since = valueOf(await latestChange(seeded.store, ben));
    valueOf(await startMyProbe(app, anna, probe.id, probe));
    expect((valueOf(await readChanges(seeded.store, ben, since)) ?? []).map(({ data }) => data)).toEqual([{ probe: probe.id, round: other, state: 'running' }]);
  });

  test('only so much of its output is kept', async () => {
    const { anna, ben } = seeded;
    const probe = await add();
    valueOf(await startMyProbe(app, anna, probe.id, probe));
    const piece = 'x'.repeat(64 * 1024);
    for (let n = 0; n < 20; n += 1) valueOf(await appendMyOutput(app, anna, probe.id, { n, text: piece }));
    const { output } = valueOf(await readOutput(app, ben, probe.id, 0));
    expect(output.length).toBe(MAX_KEPT_OUTPUT / piece.length - 1);
  });

  test('what was said is nowhere in the store in the clear, and gone with the case', async () => {
    const { anna, ben } = seeded;
    const probe = await add();
    valueOf(await startMyProbe(app, anna, probe.id, probe));
    valueOf(await appendMyOutput(app, anna, probe.id, { n: 0, text: 'planted output' }));
    await seeded.run(`do $$ begin
      if exists (select from rounds.probe p where position('planted'::bytea in p.body) > 0)
        or exists (select from rounds.probe_output o where position('planted'::bytea in o.body) > 0) then raise 'in the clear'; end if; end $$`);
    await seeded.run(`
      set app.organisation = 'books'; set app.person = 'anna'; select rounds.forget_case('${seeded.case}', now())`);
    expect(valueOf(await showProbe(app, ben, probe.id))).toMatchObject({ state: 'cancelled', probe: null, result: null });
    expect(valueOf(await readOutput(app, ben, probe.id, 0)).output).toEqual([]);
    expect(await addProbe(app, ben, { round, probe: CODE })).toMatchObject(refused('conflict'));
  });
});
