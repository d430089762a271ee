import { mineDrills } from '../../../app/drills/mine-drills.ts';
import type { MinedStage } from '../../../app/drills/stage-count.ts';
import type { MiningView } from '../../../model/api/drills.ts';
import { describeProblem, problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import type { ServerContext } from '../../server-context.ts';

interface Asked {
  readonly repository: string;
  readonly wanted: number;
  readonly under: string;
}

const COMMITS = 200;

/** One mining at a time, in the background; pages are told how far it is. */
export function createMiner({ app, feed, reportBug }: ServerContext, stopping: AbortSignal) {
  let mining: MiningView | null = null;
  let stop = new AbortController();
  const change = (part: Partial<MiningView>): void => {
    if (mining) mining = { ...mining, ...part };
    feed.publish({ name: 'changed', subject: 'drills', data: { drills: true } });
  };

  async function mine({ repository, wanted, under }: Asked, signal: AbortSignal): Promise<void> {
    let found = 0;
    try {
      const done = await mineDrills(app, {
        folder: repository,
        wanted,
        commits: COMMITS,
        under: under === '' || under.endsWith('/') ? under : `${under}/`,
        signal,
        onProgress: (progress) => change({ progress }),
        onDrill: () => change({ found: (found += 1) }),
      });
      if (!done.ok) return change({ problem: describeProblem(done.problem) });
      const { fixes, parts, mutations } = done.value;
      change({ refused: addRefusals([fixes, parts, mutations]) });
    } finally {
      change({ isRunning: false });
    }
  }

  return {
    show: (): MiningView | null => mining,
    begin(asked: Asked): Result<MiningView, Problem> {
      if (mining?.isRunning) return failed(problem('conflict', 'Drills are being looked for already.', { next: 'Wait until that is done, or stop it.' }));
      mining = { repository: asked.repository, isRunning: true, progress: 'beginning', found: 0, refused: [], problem: null };
      stop = new AbortController();
      void mine(asked, AbortSignal.any([stop.signal, stopping])).catch(reportBug);
      return ok(mining);
    },
    /** What was found stays. */
    stop(): void {
      stop.abort();
      if (mining?.isRunning) change({ progress: 'stopping' });
    },
  };
}

function addRefusals(stages: readonly MinedStage[]): MiningView['refused'] {
  const counts = new Map<string, number>();
  for (const { refused } of stages) for (const [reason, count] of Object.entries(refused)) counts.set(reason, (counts.get(reason) ?? 0) + count);
  return [...counts].map(([reason, count]) => ({ reason, count })).toSorted((a, b) => b.count - a.count);
}
