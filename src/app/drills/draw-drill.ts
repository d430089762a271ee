import type { DrillFile, DrillForm } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { KeptDrill } from '../../journal/drills-table.ts';
import { tallyAnswers } from '../../learning/drills/tally-answers.ts';
import { isHit } from '../../learning/drills/judge-answer.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { AGENT_LABELS } from '../../model/agent-names.ts';
import { CANNOT_SEE, findRunningAgents, type AgentSighting } from './find-running-agents.ts';

export interface DrawRequest {
  readonly folder: string;
  readonly form: DrillForm;
  /** Refuse while a known agent is at work in the repository. */
  readonly unaided: boolean;
}

/** What may be seen before the answer: nothing of where it comes from, what kind it is, or which test minds. */
export interface BlindDrill {
  readonly id: string;
  readonly form: DrillForm;
  readonly difficulty: number;
  readonly question: string;
  readonly files: readonly { readonly path: string; readonly shown: readonly { readonly start: number; readonly lines: readonly string[] }[] }[];
  readonly unaided: boolean;
}

export const QUESTION = 'What is wrong here, on which line, and what input shows it?';

/** The next drill that was not seen before; once drawn, it is seen. */
export async function drawDrill(app: App, { folder, form, unaided }: DrawRequest): Promise<Result<BlindDrill, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const refusal = unaided ? refuseAided(findRunningAgents(root, app.environment)) : null;
  if (refusal) return failed(refusal);
  const found = app.journal.drills.findUnseen(root, form);
  if (!found || !app.journal.drills.markDrawn(root, found.id, app.clock().toISOString(), unaided)) {
    const what = form === 'practice' ? 'No drill of this repository is left that you have not seen.' : `No drill of form ${form} is left in this repository.`;
    return failed(problem('not-found', what, { next: 'rounds drill --mine looks for more.' }));
  }
  return ok(toBlind(found, unaided));
}

/** A drill that was drawn, once more as it may be seen. @param start the beginning of its id */
export async function findOpenDrill({ journal }: App, folder: string, start: string): Promise<Result<BlindDrill, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const found = start === '' ? [] : journal.drills.find(repository.value.root, start);
  const [drill] = found;
  if (!drill || found.length > 1)
    return failed(
      problem(
        drill ? 'wrong-usage' : 'not-found',
        drill ? `Several drills begin with ${start}.` : `No drill of this repository begins with ${start || 'nothing'}.`,
        { next: 'rounds drill --list shows them.' },
      ),
    );
  return ok(toBlind(drill, drill.drawnUnaided));
}

/** Null where no agent is seen; else why an answer could not count as one without. */
export function refuseAided(sighting: AgentSighting): Problem | null {
  if (!sighting.canSee) return problem('not-allowed', 'Nothing can be unaided here.', { why: sighting.why });
  const [first] = sighting.agents;
  if (!first) return null;
  const where =
    first.place === 'started-rounds'
      ? 'started this command'
      : first.place === 'unreadable'
        ? `runs as process ${first.pid}, in a folder that cannot be read`
        : `is at work in this repository, as process ${first.pid}`;
  return problem('conflict', `${AGENT_LABELS[first.agent]} ${where}.`, {
    why: CANNOT_SEE,
    next: 'End it, or leave --unaided out: the drill then says nothing of growth.',
  });
}

function toBlind({ id, form, difficulty, files }: KeptDrill, unaided: boolean): BlindDrill {
  return { id, form, difficulty, question: QUESTION, files: files.map(toShown), unaided };
}

function toShown({ path, broken, shown }: DrillFile): BlindDrill['files'][number] {
  const lines = broken.split('\n');
  return { path, shown: shown.map(({ start, end }) => ({ start, lines: lines.slice(start - 1, end) })) };
}

export interface ListedDrill {
  readonly id: string;
  readonly form: DrillForm;
  readonly difficulty: number;
  readonly state: 'unseen' | 'open' | 'answered';
  /** Only once it is answered. */
  readonly revealed: {
    readonly kind: string;
    readonly about: string;
    readonly paths: readonly string[];
    readonly hit: boolean;
    readonly unaided: boolean;
  } | null;
}

export interface DrillList {
  readonly repository: string;
  readonly drills: readonly ListedDrill[];
  readonly tally: ReturnType<typeof tallyAnswers>;
}

export async function listDrills({ journal }: App, folder: string): Promise<Result<DrillList, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const answers = journal.drills.listAnswers(root);
  const answerByDrill = new Map(answers.map((answer) => [answer.drill, answer]));
  const drills = journal.drills.list(root).map(({ id, form, difficulty, drawnAt, kind, about, files }): ListedDrill => {
    const answer = answerByDrill.get(id);
    if (!answer) return { id, form, difficulty, state: drawnAt === null ? 'unseen' : 'open', revealed: null };
    return {
      id,
      form,
      difficulty,
      state: 'answered',
      revealed: { kind, about, paths: files.map(({ path }) => path), hit: isHit(answer), unaided: answer.unaided },
    };
  });
  return ok({ repository: root, drills, tally: tallyAnswers(answers) });
}
