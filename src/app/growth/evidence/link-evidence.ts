import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ACTIVITY_BY_KIND, type EvidencedActivity, type EvidenceKind } from '../../../model/evidence-kinds.ts';
import { toEvidenceId, type LinkedEvidence } from '../../../model/linked-evidence.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { findRepository, toRepositoryPath, type Repository } from '../../../sources/git/find-repository.ts';
import { toRepositoryName } from '../../import/to-repository-name.ts';
import type { GrowthApp } from '../growth-app.ts';
import { hashEvidence } from './hash-evidence.ts';

export interface EvidenceToLink {
  /** The one its kind usually stands for when absent. */
  readonly activity?: EvidencedActivity | undefined;
  readonly kind: EvidenceKind;
  /** A path from `folder`, a tag, or an address. */
  readonly ref: string;
  /** Where the person is. */
  readonly folder: string;
  /** Empty: the one it has, where it is linked already. */
  readonly note: string;
}

type Place = Pick<LinkedEvidence, 'repository' | 'root' | 'ref' | 'hash'>;

/** Links something that git knows, or an address, to an activity. `not-found` where it is not there; twice is once. */
export async function linkEvidence({ journal, clock }: GrowthApp, given: EvidenceToLink): Promise<Result<LinkedEvidence, Problem>> {
  const place = given.kind === 'incident' && /^[a-z]+:\/\//i.test(given.ref) ? toAddress(given.ref) : await findPlace(given);
  if (!place.ok) return place;
  const { kind, activity = ACTIVITY_BY_KIND[kind], note } = given;
  const row = { activity, kind, ...place.value };
  return journal.write(() => {
    const id = toEvidenceId(row);
    const had = journal.linkedEvidence.get(id);
    const known = had?.removedAt === null ? had : null;
    const linked = { ...row, id, note: note.trim().slice(0, 500) || (known?.note ?? ''), at: known?.at ?? clock().toISOString(), removedAt: null };
    journal.linkedEvidence.save(linked);
    return linked;
  });
}

/** An address is kept as it is and never asked for. One with a password in it is none to keep. */
function toAddress(text: string): Result<Place, Problem> {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    return failed(problem('bad-input', 'This is no address of a page.', { next: 'Give one that begins with https://, without a name or password in it.' }));
  return ok({ repository: url.host, root: '', ref: url.href, hash: null });
}

async function findPlace({ kind, ref: given, folder }: EvidenceToLink): Promise<Result<Place, Problem>> {
  const repository = existsSync(folder) ? await findRepository(folder) : failed(problem('not-found', 'The folder is not here.'));
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const ref = kind === 'tag' ? given : toRepositoryPath(root, resolve(folder, given));
  if (ref === null) return failed(problem('bad-input', 'This file lies outside the repository.', { next: 'Name one inside it.' }));
  const hash = await hashEvidence({ kind, root, ref });
  if (hash === null) return failed(notThere(kind, given));
  return ok({ repository: nameRepository(repository.value), root, ref, hash });
}

function notThere(kind: EvidenceKind, ref: string): Problem {
  const shown = ref.slice(0, 200);
  if (kind === 'tag') return problem('not-found', `There is no tag ${shown} in this repository.`, { next: 'See "git tag".' });
  if (kind === 'migration') return problem('not-found', `${shown} is not committed in this repository.`, { next: 'Commit the migration, then link it.' });
  return problem('not-found', `There is no file ${shown} here.`, { next: 'Name a file, or an address that begins with https://.' });
}

export const nameRepository = ({ root, remotes }: Repository): string =>
  toRepositoryName({ cwd: root, ...(remotes[0] === undefined ? {} : { repositoryUrl: remotes[0] }) }) ?? root;

/** Takes a link away again. */
export function removeEvidence({ journal, clock }: GrowthApp, id: string): Result<null, Problem> {
  const removed = journal.write((): Result<null, Problem> => {
    const known = journal.linkedEvidence.get(id);
    if (!known || known.removedAt !== null)
      return failed(problem('not-found', `There is no evidence ${id.slice(0, 40)}.`, { next: 'See "rounds evidence list".' }));
    journal.linkedEvidence.save({ ...known, root: '', note: '', removedAt: clock().toISOString() });
    return ok(null);
  });
  return removed.ok ? removed.value : removed;
}
