import type { HunkFinding, HunkPrediction } from '../../model/deconstruction.ts';

/** Whether what was expected is what happened; null where nothing was shown. A name is matched as a person remembers it: any part, any case. */
export function judgePrediction(prediction: HunkPrediction, finding: HunkFinding, failingTests: readonly string[]): boolean | null {
  if (finding === 'could-not-run') return null;
  if (prediction.expects === 'nothing') return finding === 'unexplained';
  const wanted = toWords(prediction.test);
  return finding === 'needed' && (wanted === '' || failingTests.some((name) => toWords(name).includes(wanted)));
}

const toWords = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
