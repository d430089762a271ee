import type { ProjectDeconstruction } from '../../../model/api/team/projects.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { CaseId, PersonId, ProgrammeId } from '../../../model/team/ids.ts';
import type { HunkLeft } from '../../../model/team/project.ts';
import { listHunksLeft, listUnspoken } from '../../../programme/projects/list-hunks-left.ts';
import { readCase } from '../../../store/cases.ts';
import type { Tx } from '../../../store/connect-store.ts';
import { readHunkNotes } from '../../../store/hunk-notes.ts';
import { namePeople } from '../../../store/lessons.ts';
import { listOwnDeconstructions, type OwnDeconstruction } from '../../../store/projects.ts';
import { readContent, readTruth } from '../cases/case-bodies.ts';
import { openSealedAnswers } from '../rounds/open-answers.ts';
import type { SharedApp } from '../team-app.ts';

/** What the two took apart, or are about to, and what each lacks to close a project; those that fit first. */
export async function examineDeconstructions(app: Pick<SharedApp, 'keys'>, tx: Tx, programme: ProgrammeId): Promise<Result<ProjectDeconstruction[], Problem>> {
  const examined: ProjectDeconstruction[] = [];
  for (const own of await listOwnDeconstructions(tx, programme)) {
    if (own.forgottenAt !== null || own.closed !== null) continue;
    const one = await examine(app, tx, own);
    if (!one.ok) return one;
    examined.push(one.value);
  }
  return ok(examined.toSorted((a, b) => Number(a.lacks !== null) - Number(b.lacks !== null)));
}

/** Null where this case may close a project of this programme; the refusal names the hunks that are left. */
export async function whyNotClose(app: Pick<SharedApp, 'keys'>, tx: Tx, programme: ProgrammeId, id: CaseId): Promise<Problem | null> {
  const [own] = await listOwnDeconstructions(tx, programme, id);
  if (!own)
    return problem('not-found', 'That is no deconstruction that one of you two shared.', {
      next: 'Take the change of the project apart and share it with your pair.',
    });
  if (own.forgottenAt !== null) return problem('conflict', 'That deconstruction was forgotten.', { next: 'Take another.' });
  if (own.closed !== null) return problem('conflict', 'That deconstruction closed another project.', { next: 'Each project is taken apart itself.' });
  const examined = await examine(app, tx, own);
  if (!examined.ok) return examined.problem;
  const { lacks, left } = examined.value;
  if (lacks === null) return null;
  const hunks = left.map(nameHunk).join(', ');
  return problem('conflict', lacks, {
    ...(hunks ? { why: `Left: ${hunks}.` } : {}),
    next: hunks
      ? 'Say in its round what each is for, or that a test was written or it was taken out; who passed says it themselves.'
      : 'The project stays open.',
  });
}

async function examine(app: Pick<SharedApp, 'keys'>, tx: Tx, own: OwnDeconstruction): Promise<Result<ProjectDeconstruction, Problem>> {
  const stored = await readCase(tx, own.id);
  const content = stored ? await readContent(app, stored) : null;
  if (!stored || !content) return failed(problem('not-found', 'That case is not shared with you any more.'));
  if (!content.ok) return content;
  const of = { case: own.id, round: own.round, task: content.value.deconstruction?.task ?? '', createdAt: own.createdAt.toISOString() };
  const lacking = (lacks: string, left: HunkLeft[] = []): Result<ProjectDeconstruction, Problem> => ok({ ...of, lacks, left });
  if (own.round === null) return lacking('The two of you have not taken it apart together yet.');
  // Before that not even how many hunks nobody minds may be known.
  if (own.revealedAt === null) return lacking('Its round is not revealed yet.');
  const truth = await readTruth(app, tx, stored);
  if (!truth.ok) return truth;
  const { deconstruction } = content.value;
  if (!deconstruction || !truth.value.deconstruction) return lacking('What came of it cannot be read.');
  const notes = await readHunkNotes(tx, own.id);
  const left = listHunksLeft(deconstruction, truth.value.deconstruction, notes);
  if (left.length > 0) return lacking(`${left.length === 1 ? 'One hunk is' : `${left.length} hunks are`} left unexplained.`, left);
  const silent = await listSilent(app, tx, own);
  if (!silent.ok) return silent;
  for (const { id, name } of await namePeople(tx, silent.value)) {
    const unspoken = listUnspoken(deconstruction, notes, id);
    if (unspoken.length > 0)
      return lacking(`${name} passed, and has yet to say what ${unspoken.length === 1 ? 'one hunk is' : `${unspoken.length} hunks are`} for.`, unspoken);
  }
  return ok({ ...of, lacks: null, left });
}

/** Who of the two predicted in none of their rounds of it before they could know. To have passed is no way to take a change apart. */
async function listSilent(app: Pick<SharedApp, 'keys'>, tx: Tx, { two, revealed }: OwnDeconstruction): Promise<Result<PersonId[], Problem>> {
  const predicted = new Set<string>();
  for (const { round, knew } of revealed) {
    const answers = await openSealedAnswers(app, tx, round);
    if (!answers.ok) return answers;
    for (const { person, answer } of answers.value) if (answer.answer === 'predictions' && !knew.includes(person)) predicted.add(person);
  }
  return ok(two.filter((person) => !predicted.has(person)));
}

const nameHunk = ({ path, line }: HunkLeft): string => `${path}:${line}`;
