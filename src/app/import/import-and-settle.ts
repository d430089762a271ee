import type { Problem } from '../../model/problem.ts';
import type { Result } from '../../model/result.ts';
import { importTranscripts, type ImportDeps, type ImportReport, type ImportRequest } from './import-transcripts.ts';

/** An import, and then what commits and runs since then say of the rounds of this person. Where git cannot tell, the import stands. */
export async function importAndSettle(deps: ImportDeps, request: ImportRequest = {}): Promise<Result<ImportReport, Problem>> {
  const imported = await importTranscripts(deps, request);
  if (!imported.ok) return imported;
  const rounds = deps.journal.attempt(() => deps.journal.rounds.list().length + deps.journal.teamRounds.list().length);
  // Before the first round there is nothing to settle, nor to load for it.
  if (!rounds.ok || rounds.value === 0) return imported;
  const { settleOutcomes } = await import('../growth/settle-outcomes.ts');
  const settled = await settleOutcomes(deps);
  if (settled.ok || settled.problem.tag !== 'storage') return imported;
  return settled;
}
