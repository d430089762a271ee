import type { HunkPrediction } from '../../model/deconstruction.ts';
import { receiveCase } from '../team/cases/receive-case.ts';
import { closeProject } from '../team/projects/close-project.ts';
import { makeProject } from '../team/projects/projects.ts';
import { sealTeamAnswer } from '../team/rounds/answer-round.ts';
import { callTeamRound } from '../team/rounds/call-round.ts';
import { moveTeamRound } from '../team/rounds/move-round.ts';
import { noteTeamHunk } from '../team/rounds/note-hunk.ts';
import type { TeamApp } from '../team/team-app.ts';
import type { Chance } from './chance.ts';
import { makeDeconstruction, toHunkId } from './make-case.ts';
import { must } from './must.ts';
import type { SimPair, SimTally } from './sim-pair.ts';

const GOALS = [
  { title: 'Filter by date', goal: 'Say goal and limits before an agent begins, and hold them.', cap: 'No change of the list itself.', owns: ['E1', 'E3'] },
  { title: 'Totals that add up', goal: 'Prove with a test that fails first.', cap: 'No new currency.', owns: ['E5', 'E4'] },
  { title: 'Retry the mailer', goal: 'Find the cause before the retry.', cap: 'One queue.', owns: ['E6', 'E2'] },
  { title: 'Who may read an invoice', goal: 'Check whose it is, in every route.', cap: 'Invoices only.', owns: ['E7', 'E9'] },
  { title: 'A column moves', goal: 'Expand, move, contract, with a way back.', cap: 'One table.', owns: ['E8', 'E10'] },
] as const;

/** A small project with what is left out of it; harder the more were closed. */
export async function beginProject(app: TeamApp, pair: SimPair): Promise<void> {
  const { chance } = pair;
  const { title, goal, cap, owns } = chance.pick(GOALS);
  const weeks = chance.between(1, 3);
  const made = must(
    await makeProject(app, pair.preceptee, {
      programme: pair.programme,
      title,
      learningGoal: goal,
      scopeCap: cap,
      weeks,
      tier: Math.min(4, 1 + Math.floor(pair.closedProjects / 3)),
      owns: [...owns],
    }),
  );
  pair.project = { id: made.id, task: title, weeksLeft: weeks };
}

/** Takes the project's change apart, both predicting, explains what no test minded, and closes it: not before. */
export async function finishProject(app: TeamApp, pair: SimPair, tally: SimTally): Promise<void> {
  if (!pair.project) return;
  const { id, task } = pair.project;
  const { chance, preceptee, preceptor } = pair;
  pair.made += 1;
  const { request, digest } = makeDeconstruction(pair.pair, task, pair.made);
  const shared = must(await receiveCase(app, preceptee, request, digest));
  const round = must(await callTeamRound(app, preceptee, { case: shared.id, people: [preceptor.person] }));
  for (const who of [preceptee, preceptor]) {
    const predictions = { [toHunkId(pair.pair, pair.made, 'held')]: predict(chance), [toHunkId(pair.pair, pair.made, 'left')]: predict(chance) };
    must(await sealTeamAnswer(app, who, round.id, { answer: 'predictions', predictions: { predictions, reason: '', knewOutcome: false } }));
  }
  const closing = { case: shared.id, learned: 'Which line a test holds, and which none does.' };
  const early = await closeProject(app, preceptee, id, closing);
  if (early.ok) throw new Error('A project closed with a hunk that nobody explained.');
  tally.projectsRefused += 1;
  const note = {
    hunk: toHunkId(pair.pair, pair.made, 'left'),
    how: chance.pick(['explained', 'tested', 'deleted'] as const),
    words: 'It keeps the report in step with the list.',
  };
  must(await noteTeamHunk(app, preceptor, round.id, note));
  must(await moveTeamRound(app, preceptee, round.id, { type: 'start-debrief' }));
  const debrief = {
    generalRule: 'A hunk that no test minds is explained, tested or taken out.',
    whatWasRight: 'We predicted before we looked.',
    nextTime: 'Test the report.',
    uncertainties: '',
    changedMind: '',
  };
  must(await moveTeamRound(app, preceptor, round.id, { type: 'close', debrief }));
  must(await closeProject(app, preceptee, id, closing));
  pair.project = null;
  pair.closedProjects += 1;
  tally.projectsClosed += 1;
}

const predict = (chance: Chance): HunkPrediction => (chance.happens(0.5) ? { expects: 'failure', test: '' } : { expects: 'nothing' });
