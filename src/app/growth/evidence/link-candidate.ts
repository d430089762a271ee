import type { LinkEvidence } from '../../../model/api/evidence.ts';
import type { LinkedEvidence } from '../../../model/linked-evidence.ts';
import { problem, type Problem } from '../../../model/problem.ts';
import { failed, type Result } from '../../../model/result.ts';
import type { GrowthApp } from '../growth-app.ts';
import { linkEvidence } from './link-evidence.ts';
import { suggestEvidence } from './suggest-evidence.ts';

/**
 * Links what a page offers: something suggested, or an address. A page never names a folder: which file is looked at follows from what
 * git said, not from what was sent.
 */
export async function linkCandidate(app: GrowthApp, given: LinkEvidence): Promise<Result<LinkedEvidence, Problem>> {
  if (given.kind === 'incident') {
    if (!/^https?:\/\//i.test(given.ref))
      return failed(
        problem('bad-input', 'This is no address of a page.', { next: 'Give one that begins with https://. A file is linked with "rounds evidence add".' }),
      );
    return linkEvidence(app, { ...given, folder: '' });
  }
  const suggested = await suggestEvidence(app.journal);
  if (!suggested.ok) return suggested;
  const found = suggested.value.find(({ kind, repository, ref }) => kind === given.kind && repository === given.repository && ref === given.ref);
  if (!found) return failed(problem('not-found', 'This is not among what is suggested any more.', { next: 'Reload, or use "rounds evidence add".' }));
  const { activity, kind, note } = given;
  return linkEvidence(app, { activity, kind, note, ref: found.ref, folder: found.root });
}
