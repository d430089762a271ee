import { parsePasses, parseRanking } from './parse-judgement.ts';

export interface AskedJudgement {
  readonly ranking: string[];
  readonly passes: Record<string, number>;
  readonly reason: string;
}

/** Asks until each answer is whole. Null where the person leaves (Ctrl-C or Ctrl-D). */
export async function askJudgement(letters: readonly string[], ask: (question: string) => Promise<string>): Promise<AskedJudgement | null> {
  const wanted = letters.toSorted().join();
  try {
    let ranking: string[] = [];
    while (ranking.toSorted().join() !== wanted) ranking = parseRanking(await ask(`The best first (${letters.join(',')}): `));
    const passes: Record<string, number> = {};
    for (const letter of letters) {
      while (passes[letter] === undefined) Object.assign(passes, readPercent(letter, await ask(`How sure are you that ${letter} passes its tests? (1-99 %) `)));
    }
    let reason = '';
    while (reason === '') reason = (await ask(`Why is ${ranking[0]} the best? `)).trim();
    return { ranking, passes, reason };
  } catch {
    return null; // the input was closed
  }
}

function readPercent(letter: string, answer: string): Record<string, number> {
  const percent = /^\s*(\d{1,2})\s*%?\s*$/.exec(answer)?.[1];
  return percent === undefined || Number(percent) === 0 ? {} : parsePasses(`${letter}=${percent}`);
}
