/** A drill as a file for somebody else who has the repository. What it is about is packed so that nobody reads it by accident. */
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { z } from 'zod';
import { drillFileSchema, drillSchema, type Drill } from '../../model/drill.ts';
import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { findSandbox } from '../../probes/sandbox/find-sandbox.ts';
import { detectSuite } from '../../probes/suites/detect-suite.ts';
import { exportTree } from '../../probes/tree/export-tree.ts';
import { findRepository } from '../../sources/git/find-repository.ts';
import { readFilesAt } from '../../sources/git/read-files-at.ts';
import type { App } from '../app.ts';
import { readForms } from './drill-forms.ts';
import { toBlind } from './draw-drill.ts';
import { runTests, writeSide } from './drill-tree.ts';
import { findDrill } from './find-drill.ts';
import { makeDrill } from './make-drill.ts';
import { createSoundSides, verifyBug } from './verify-bug.ts';

const FORMAT = 'rounds-drill/1';
const MOST_BYTES = 4 * 1024 * 1024;

/** What the other side cannot work out again from its own repository. */
const packedSchema = drillSchema
  .pick({ id: true, kind: true, commit: true, about: true, tests: true, survives: true })
  .extend({ files: z.array(drillFileSchema.pick({ path: true, broken: true, fixed: true, hunks: true })).min(1) });
const exchangeSchema = z.object({ format: z.literal(FORMAT), packed: z.base64() });

export async function exportDrill(app: App, { folder, id, file }: { folder: string; id: string; file: string }): Promise<Result<Drill, Problem>> {
  const found = await findDrill(app, folder, id);
  if (!found.ok) return found;
  const drill = found.value;
  const kept = app.journal.drills.list(drill.repository);
  if (drill.drawnAt === null && readForms(app, drill.repository, kept).formById.has(drill.id))
    return failed(
      problem('not-allowed', `Drill ${drill.id} is held out for one of your forms.`, {
        why: 'What others may talk about measures nothing any more.',
        next: 'Take another.',
      }),
    );
  const { question, files } = toBlind(drill);
  const packed = brotliCompressSync(JSON.stringify(packedSchema.parse(drill))).toString('base64');
  const body = JSON.stringify({ format: FORMAT, question, files, commit: drill.commit, packed }, null, 2);
  try {
    writeFileSync(file, `${body}\n`, { flag: 'wx' });
    return ok(drill);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return failed(
      problem('bad-input', `${file} cannot be written.`, { why: code === 'EEXIST' ? 'There is such a file already.' : `The system says ${code}.` }),
    );
  }
}

interface TakeRequest {
  readonly folder: string;
  readonly file: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (what: string) => void;
}

/** Kept once the tests of this repository show it, three times: a file says nothing by itself. */
export async function importDrill(app: App, { folder, file, signal, onProgress }: TakeRequest): Promise<Result<Drill, Problem>> {
  const repository = await findRepository(folder);
  if (!repository.ok) return repository;
  const { root } = repository.value;
  const packed = readPacked(file);
  if (packed === null) return failed(problem('bad-input', `${file} holds no drill.`, { next: 'Take a file that "rounds drill export" wrote.' }));
  const { id, kind, commit, about, tests, survives, files } = packed;
  const texts = /^[0-9a-f]{40,64}$/.test(commit) ? await readFilesAt(root, commit, [...files.map(({ path }) => path), ...tests]) : null;
  if (!texts?.ok || !files.every(({ path, fixed }) => texts.value.get(path) === fixed) || !tests.every((path) => texts.value.has(path)))
    return failed(
      problem('not-found', 'This repository does not have the code of the drill.', {
        why: `It is of commit ${commit.slice(0, 12)}.`,
        next: 'Fetch it, and try again.',
      }),
    );
  const sandbox = await findSandbox(app.environment.variables, app.environment.platform);
  if (sandbox.kind === 'none') return failed(problem('not-allowed', 'Drills are tried in a sandbox only.', { why: sandbox.why }));
  onProgress?.('writing the tree');
  const exported = await exportTree(root, commit);
  if (!exported.ok) return exported;
  try {
    const tree = exported.value.folder;
    const { suite } = await detectSuite(tree, root, 'nearest');
    if (suite === null) return failed(problem('not-found', 'The tests of this drill cannot be started here.'));
    onProgress?.('running the hidden test, three times on each side');
    const run = (side: 'broken' | 'fixed', some: readonly string[]) => {
      writeSide({ folder: tree }, files, side);
      return runTests({ folder: tree, suite, sandbox, ...(signal ? { signal } : {}) }, some);
    };
    const verified = await verifyBug({ run, tests, findSound: createSoundSides() });
    if (!verified.ok) return failed(problem('bad-input', 'The tests here do not show this drill.', { why: `Found: ${verified.refusal}.` }));
    const { failingTests, output } = verified.broken;
    const drill = makeDrill({ repository: root, kind, commit, about, files, tests, failingTests, survives, output, at: app.clock().toISOString() });
    if (drill.id !== id) return failed(problem('bad-input', `${file} holds no drill.`, { why: 'It is not what it says it is.' }));
    return app.journal.drills.add(drill) ? ok(drill) : failed(problem('conflict', `You have drill ${id} already.`));
  } finally {
    exported.value.remove();
  }
}

function readPacked(file: string): z.infer<typeof packedSchema> | null {
  try {
    const { packed } = exchangeSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const plain = brotliDecompressSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES });
    return packedSchema.parse(JSON.parse(plain.toString('utf8')));
  } catch {
    return null; // unreadable, of another format, or damaged: the caller says so
  }
}
