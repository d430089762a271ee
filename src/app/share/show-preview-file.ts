import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { shareCaseRequestSchema } from '../../model/team/shared-case.ts';
import { readArchive } from '../../probes/tree/read-archive.ts';
import type { App } from '../app.ts';
import { readPreview } from './keep-preview.ts';

const noPreview = (): Problem => problem('not-found', 'This preview is gone.', { next: 'Look at it again.' });

/** Exactly the bytes of a preview; they hold what came later. */
export function readPreviewBytes(app: Pick<App, 'journal'>, digest: string): Result<Buffer, Problem> {
  const read = app.journal.attempt(() => readPreview(app, digest)?.bytes ?? null);
  if (!read.ok) return read;
  return read.value ? ok(read.value) : failed(noPreview());
}

/** A file of the code that would be seen at once, out of the bytes themselves. */
export function showPreviewFile(app: Pick<App, 'journal'>, digest: string, path: string): Result<{ path: string; text: string }, Problem> {
  const bytes = readPreviewBytes(app, digest);
  if (!bytes.ok) return bytes;
  const { tree } = shareCaseRequestSchema.parse(JSON.parse(bytes.value.toString()));
  const files = tree ? readArchive(Buffer.from(tree.archive, 'base64'), tree.hash) : null;
  const file = files?.ok ? files.value.files.find((one) => one.path === path) : undefined;
  return file ? ok({ path, text: Buffer.from(file.bytes).toString() }) : failed(problem('not-found', `No file ${path} would leave.`));
}
