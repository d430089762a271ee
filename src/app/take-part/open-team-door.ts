import { z } from 'zod';
import { followEvents } from '../../client/follow-events.ts';
import type { ServerSentEvent } from '../../client/read-event-stream.ts';
import type { TeamClient } from '../../client/team-client.ts';
import { savedTeamDebriefSchema } from '../../model/api/team/rounds.ts';
import type { DebriefDraft } from '../../model/debrief.ts';
import { judgementDraftSchema } from '../../model/judgement.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { RoundId } from '../../model/round.ts';
import { rankingSchema } from '../../model/team/shared-comparison.ts';
import { predictionsSchema } from '../../model/team/shared-deconstruction.ts';
import { teamRoundSchema, type TeamRound } from '../../model/team/team-round.ts';
import type { App } from '../app.ts';
import type { OpenedWork, RoundAtHand, RoundDoor } from './round-door.ts';

const workDraftSchema = z.object({ ranking: rankingSchema.optional(), predictions: predictionsSchema.shape.predictions.optional() });

/** How often somebody else may have saved in between before it is told. */
const SAVES = 4;

/** A round for two or more, on the team's server. What is not sealed stays in this machine's journal. */
export function openTeamDoor({ journal }: Pick<App, 'journal'>, client: TeamClient, id: RoundId): RoundDoor {
  const path = `/api/team/rounds/${id}`;
  const draftName = `draft of ${id}`;
  const workName = `work of ${id}`;
  const load = (): Promise<Result<TeamRound, Problem>> => client.ask(teamRoundSchema, { path });
  const move = (verb: string, json?: unknown): Promise<Result<unknown, Problem>> =>
    client.tell({ method: 'POST', path: `${path}/${verb}`, ...(json === undefined ? {} : { json }) });
  const answer = async (verb: string, json?: unknown): Promise<Result<unknown, Problem>> => {
    const answered = await move(verb, json);
    if (!answered.ok) return answered;
    return journal.write(() => [draftName, workName].forEach((name) => journal.settings.remove(name)));
  };
  let events: AsyncGenerator<ServerSentEvent> | null = null;
  let refusal: Problem | null = null;
  return {
    async look() {
      const loaded = await load();
      if (!loaded.ok) return loaded;
      const kept = journal.attempt(() => ({
        draft: judgementDraftSchema.safeParse(journal.settings.get(draftName) ?? {}).data ?? {},
        workDraft: workDraftSchema.safeParse(journal.settings.get(workName) ?? {}).data ?? {},
      }));
      return kept.ok ? ok({ ...toAtHand(loaded.value), ...kept.value }) : kept;
    },
    keepDraft: (draft) => journal.write(() => journal.settings.set(draftName, draft)),
    keepWork: (draft) => journal.write(() => journal.settings.set(workName, draft)),
    seal: (judgement) => answer('seal', judgement),
    sealWork: (sealed) => answer('seal', sealed),
    pass: () => answer('pass'),
    startDebrief: () => move('start-debrief'),
    keepDebrief,
    close: (debrief) => move('close', debrief),
    async waitForChange(signal) {
      // One stream for the whole wait: what changes between two looks is not missed.
      events ??= followEvents({ client, path: '/api/team/events', signal, onLost: (lost) => (refusal = lost) });
      for (;;) {
        const next = await events.next();
        if (next.done) return refusal && !signal.aborted ? failed(refusal) : ok(undefined);
        if (concerns(next.value, id)) return ok(undefined);
      }
    },
  };

  async function keepDebrief(part: DebriefDraft): Promise<Result<unknown, Problem>> {
    for (let tries = 0; tries < SAVES; tries += 1) {
      const now = await load();
      if (!now.ok) return now;
      const { debriefDraft, debriefVersion: onVersion, state } = now.value;
      const saved = await client.ask(savedTeamDebriefSchema, {
        method: 'PUT',
        path: `${path}/debrief`,
        json: { draft: { ...debriefDraft, ...part }, onVersion },
      });
      if (saved.ok || saved.problem.tag !== 'conflict' || state !== 'debrief') return saved;
    }
    return failed(problem('conflict', 'The others are writing the debrief all the time.', { next: 'Say who writes, and go on.' }));
  }
}

function toAtHand(round: TeamRound): Omit<RoundAtHand, 'draft' | 'workDraft'> {
  const { id, state, me, case: shared, participants, answers, outcome, debriefDraft, debriefs } = round;
  const isMe = (person: string): boolean => person === me;
  const nameOf = (person: string): string => (isMe(person) ? 'You' : (participants.find((one) => one.person === person)?.name ?? 'Somebody who left'));
  return {
    id,
    state,
    case: shared.content,
    work: toWork(round),
    knewOutcome: participants.some(({ person, knewOutcome }) => isMe(person) && knewOutcome),
    people: participants.map(({ person, answered }) => ({ name: nameOf(person), isMe: isMe(person), answered })),
    answers: answers?.map(({ person, ...said }) => ({ name: nameOf(person), isMe: isMe(person), ...said })) ?? null,
    outcome,
    debriefDraft,
    debrief: debriefs.at(-1)?.debrief ?? null,
  };
}

function toWork({ case: shared, comparisonTruth, deconstructionTruth }: TeamRound): OpenedWork | null {
  if (shared.kind === 'comparison') return { kind: 'comparison', content: shared.comparison, truth: comparisonTruth };
  return shared.kind === 'deconstruction' ? { kind: 'deconstruction', content: shared.deconstruction, truth: deconstructionTruth } : null;
}

function concerns({ name, data }: ServerSentEvent, id: RoundId): boolean {
  if (name !== 'changed') return false;
  const told = JSON.parse(data) as { readonly round?: unknown; readonly all?: unknown };
  return told.round === id || told.all === true;
}
