import { problem, type Problem } from '../../../model/problem.ts';
import { failed, ok, type Result } from '../../../model/result.ts';
import { readObjects } from '../../git/read-objects.ts';
import type { EntireSession } from './find-entire-sessions.ts';

export interface EntireTranscript {
  /** A name for the transcript; no file of this name is there. */
  readonly name: string;
  /** To be read as any file's: what agent wrote it, its content tells. */
  readonly chunks: readonly Buffer[];
}

const NEWLINE = Buffer.from('\n');

/** The bytes of a session's latest transcript. One session is held in memory whole. */
export async function readEntireTranscript(root: string, { nativeId, fileName, transcript }: EntireSession): Promise<Result<EntireTranscript, Problem>> {
  if (!transcript) return failed(problem('not-found', `Entire kept no transcript of the session ${nativeId}.`));
  const chunks: Buffer[] = [];
  let missing = 0;
  const read = await readObjects(root, transcript.parts, (_, bytes) => {
    if (bytes === null) return void (missing += 1);
    // Entire cuts between lines and drops the newline there.
    if (chunks.length > 0) chunks.push(NEWLINE);
    chunks.push(bytes);
  });
  if (!read.ok) return read;
  if (missing > 0) {
    return failed(
      problem('not-found', `The transcript of the session ${nativeId} is not in this clone.`, {
        why: 'The clone leaves out big or old objects.',
        next: 'Fetch the branch entire/checkpoints/v1 in full.',
      }),
    );
  }
  return ok({ name: fileName, chunks });
}
