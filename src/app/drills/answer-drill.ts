/** Takes an answer, then runs the hidden test and the person's own, and only then shows the fix. */
import { rmSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, posix } from 'node:path';
import type { Drill, DrillAnswer, DrillLine } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findUnseenLine } from '../../model/find-unseen-line.ts';
import { hitsLines, listBrokenLines, MOST_ANSWER_LINES } from '../../learning/drills/judge-answer.ts';
import { findSandbox, type Sandbox } from '../../probes/sandbox/find-sandbox.ts';
import { runInSandbox } from '../../probes/run-in-sandbox.ts';
import { PROBE_LIMITS } from '../../probes/limits/limits.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { judgeProbe, type ProbeJudgement } from '../../probes/suites/judge-probe.ts';
import { toProbeCommand } from '../../probes/suites/to-probe-command.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { placeProbe } from '../../probes/tree/place-probe.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import type { App } from '../app.ts';
import { runTests, writeSide, type Side } from './drill-tree.ts';
import { findDrill } from './find-drill.ts';
import { findRunningAgents } from './find-running-agents.ts';
import { refuseAided } from './refuse-aided.ts';

export interface OwnTest {
  /** Where it lies in the repository, as an absolute path; else a name that it has beside the code. */
  readonly file: string;
  readonly code: string;
}

export interface AnswerRequest {
  readonly folder: string;
  /** The beginning of the drill's id. */
  readonly id: string;
  readonly lines: readonly DrillLine[];
  readonly claim: string;
  /** A test of one's own; null for none. */
  readonly test: OwnTest | null;
  /** 0..1. */
  readonly sure: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (what: string) => void;
}

export interface AnsweredDrill {
  readonly drill: Drill;
  readonly answer: DrillAnswer;
  /** What the person's own test showed on each side; null without one. */
  readonly own: Readonly<Record<Side, ProbeJudgement>> | null;
  /** Where the bug is, in the code as it was shown. */
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

export async function answerDrill(app: App, request: AnswerRequest): Promise<Result<AnsweredDrill, Problem>> {
  const found = await findDrill(app, request.folder, request.id);
  if (!found.ok) return found;
  const drill = found.value;
  const repository = await findRepository(drill.repository);
  if (!repository.ok) return repository;
  const { root, roots } = repository.value;
  const refusal = refuseAnswer(app, drill, request);
  if (refusal) return failed(refusal);
  const sandbox = await findSandbox(app.environment.variables, app.environment.platform);
  if (sandbox.kind === 'none') return failed(problem('not-allowed', 'Drills are settled in a sandbox only.', { why: sandbox.why }));
  const settled = await settle(root, drill, request, sandbox);
  if (!settled.ok) return settled;
  if (request.signal?.aborted) return failed(problem('conflict', 'It was stopped before the tests had ended. Nothing was recorded.'));
  const { confirmed, own } = settled.value;
  const answer: DrillAnswer = {
    drill: drill.id,
    repository: root,
    lines: [...request.lines],
    claim: request.claim,
    test: own?.code ?? null,
    sure: request.sure,
    linesHit: hitsLines(drill.files, request.lines),
    testHit: own ? judgeOwn(own.shown) : null,
    confirmed,
    // Looked at once more: an agent may have been started since it was drawn.
    unaided: drill.drawnUnaided && refuseAided(findRunningAgents(roots, app.environment)) === null,
    at: app.clock().toISOString(),
  };
  if (!app.journal.drills.saveAnswer(answer)) return failed(answered(drill));
  return ok(toAnswered(drill, answer, own?.shown ?? null));
}

/** A drill as it was answered; what one's own test showed is known only when it has just run. */
export function toAnswered(drill: Drill, answer: DrillAnswer, own: AnsweredDrill['own'] = null): AnsweredDrill {
  const places = drill.files.flatMap((file) => listBrokenLines(file).map((line) => ({ path: file.path, line })));
  return { drill, answer, own, places };
}

const answered = ({ id }: Drill): Problem => problem('conflict', `Drill ${id} is answered already.`, { why: 'The first answer stays.', next: 'Draw another.' });

function refuseAnswer({ journal }: App, drill: Drill & { readonly drawnAt: string | null }, { lines, sure }: AnswerRequest): Problem | null {
  if (drill.drawnAt === null) return problem('conflict', `Drill ${drill.id} was not drawn yet.`, { next: 'Draw it first.' });
  if (journal.drills.listAnswers(drill.repository).some((answer) => answer.drill === drill.id)) return answered(drill);
  if (!(sure >= 0 && sure <= 1)) return problem('wrong-usage', 'How sure you are is a number from 0 to 100.');
  const named = lines.reduce((sum, { start, end }) => sum + end - start + 1, 0);
  if (named === 0) return problem('wrong-usage', 'Name at least one line.');
  if (named > MOST_ANSWER_LINES) return problem('wrong-usage', `Name at most ${MOST_ANSWER_LINES} lines: more name no place.`);
  const stranger = lines.find(({ path }) => !drill.files.some((file) => file.path === path));
  if (stranger) return problem('wrong-usage', `${stranger.path} is no file of this drill.`);
  const unseen = findUnseenLine(drill.files, lines);
  return unseen
    ? problem('wrong-usage', `Line ${unseen.line} of ${unseen.path} was not shown.`, { why: 'Nothing was recorded.', next: 'Name lines that you were shown.' })
    : null;
}

interface Settled {
  readonly confirmed: boolean;
  readonly own: { readonly code: string; readonly shown: Readonly<Record<Side, ProbeJudgement>> } | null;
}

async function settle(root: string, drill: Drill, { test, signal, onProgress }: AnswerRequest, sandbox: Sandbox): Promise<Result<Settled, Problem>> {
  onProgress?.('writing the tree');
  const exported = await exportTree(root, drill.commit);
  if (!exported.ok) return exported;
  const { folder, remove } = exported.value;
  try {
    const { suite } = await detectSuite(folder, root, 'nearest');
    if (suite === null) return failed(problem('not-found', 'The tests of this drill cannot be started any more.'));
    writeSide({ folder }, drill.files, 'broken');
    onProgress?.('running the hidden test');
    const run = await runTests({ folder, suite, sandbox, ...(signal ? { signal } : {}) }, drill.tests);
    const confirmed = run.finding === 'failed' && run.failingTests.some((name) => drill.failingTests.includes(name));
    if (test === null) return ok({ confirmed, own: null });
    const { code } = test;
    const path = toPlace(root, test.file, drill);
    const placed = placeProbe(folder, { path, code });
    if (!placed.ok) return placed;
    const { command, ...rest } = await toProbeCommand(folder, root, { path, code }, 'nearest');
    if (command === null) return failed(problem('bad-input', 'Your test cannot be started.', { why: 'why' in rest ? rest.why : '' }));
    const runOwn = async (side: Side): Promise<ProbeJudgement> => {
      onProgress?.(`running your test on the code ${side === 'broken' ? 'as it was shown' : 'with the fix'}`);
      writeSide({ folder }, drill.files, side);
      const { argv, shownAs, readable, variables, framework } = command;
      return judgeProbe(
        await runInSandbox(sandbox, { tree: folder, argv, shownAs, readable, variables, limits: PROBE_LIMITS, ...(signal ? { signal } : {}) }),
        framework,
      );
    };
    const broken = await runOwn('broken');
    const fixed = await runOwn('fixed');
    rmSync(join(folder, path));
    return ok({ confirmed, own: { code, shown: { broken, fixed } } });
  } finally {
    remove();
  }
}

/** Fails with the bug and passes without; null where it showed nothing on one side. */
function judgeOwn({ broken, fixed }: Readonly<Record<Side, ProbeJudgement>>): boolean | null {
  if (broken.finding === 'could-not-run' || fixed.finding === 'could-not-run') return null;
  return broken.finding === 'demonstrated' && fixed.finding === 'not-demonstrated';
}

/** Where it lies in the repository, else beside the first file of the drill. */
function toPlace(root: string, file: string, { files }: Drill): string {
  if (isAbsolute(file) && file.startsWith(`${root}/`)) return file.slice(root.length + 1);
  return posix.join(dirname(files[0]?.path ?? ''), basename(file));
}
