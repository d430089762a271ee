import type { Case, Outcome } from '../../model/case.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { CASE_FIELDS, OUTCOME_FIELDS } from '../../redaction/content-fields.ts';
import { findCut } from '../../redaction/find-cut.ts';
import type { PlaceCover } from '../../redaction/hide-places.ts';
import { mapFields } from '../../redaction/map-fields.ts';
import { redactCase, redactOutcome } from '../../redaction/redact-session.ts';
import { UnredactableError, type Redactor } from '../../redaction/redact-text.ts';
import type { RedactedTree } from './tree/redact-tree.ts';

export interface RedactedParts {
  readonly case: Case;
  readonly outcome: Outcome;
  readonly tree: RedactedTree | null;
  readonly fix: RedactedTree | null;
}

/** Each round finds what the one before learned; a value is learned once. */
const MOST_ROUNDS = 4;

/**
 * Case, outcome and trees with one redactor, until nothing that it knows to be a secret stands in any of them. What holds one in a
 * field that must stay whole cannot be shared.
 */
export async function redactBoth(
  framed: { readonly case: Case; readonly outcome: Outcome },
  cover: PlaceCover,
  redactor: Redactor,
  redactTrees: () => Promise<Pick<RedactedParts, 'tree' | 'fix'>>,
): Promise<Result<RedactedParts, Problem>> {
  const covered = {
    case: { ...mapFields(framed.case, CASE_FIELDS, coverWith(cover)), cwd: null },
    outcome: mapFields(framed.outcome, OUTCOME_FIELDS, coverWith(cover)),
  };
  try {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { value: shown } = await redactCase(covered.case, redactor);
      const { value: outcome } = await redactOutcome(covered.outcome, redactor);
      const trees = await redactTrees();
      const known = redactor.listKnown();
      const texts = [JSON.stringify(shown), JSON.stringify(outcome), ...listTexts(trees.tree), ...listTexts(trees.fix)];
      if (!known.some((value) => texts.some((text) => holds(text, value) || holds(text, toJsonText(value))))) return ok({ case: shown, outcome, ...trees });
    }
  } catch (error) {
    if (!(error instanceof UnredactableError)) throw error;
  }
  return failed(
    problem('not-allowed', 'This case cannot be shared: a secret in it cannot be taken out.', {
      why: 'It stands where taking it out would break what records point to, or in a text made of secrets.',
      next: 'If it is no secret, keep it in the preview; otherwise share another moment.',
    }),
  );
}

const coverWith =
  (cover: PlaceCover) =>
  (text: string, { kind }: { readonly kind: 'content' | 'key' | 'line' }): string =>
    cover(text, kind);

const holds = (text: string, value: string): boolean => text.includes(value) || findCut(text, value, '').length > 0;
const toJsonText = (value: string): string => JSON.stringify(value).slice(1, -1);
const listTexts = (tree: RedactedTree | null): string[] => (tree ? [...tree.texts.values()] : []);
