import { resolve } from 'node:path';
import type { Journal } from '../../journal/open-journal.ts';
import type { FileStamp } from '../../journal/transcripts-table.ts';
import { hashText } from '../../origins/text/line-key.ts';
import { isRepository } from '../../sources/git/find-git-folder.ts';
import { findRepositoryRoot } from '../agent-places.ts';
import type { Environment } from '../environment.ts';
import { listHeldTranscripts, type HeldTranscript } from '../held/list-held-transcripts.ts';

export interface HeldToImport extends HeldTranscript {
  readonly stamp: FileStamp;
  readonly isGiven: boolean;
}

export interface HeldListing {
  readonly transcripts: readonly HeldToImport[];
  readonly problems: readonly { readonly file: string; readonly what: string }[];
}

/** What the repository Rounds runs in holds, or those of the given folders that are repositories. Costs no process where there is none. */
export async function listHeldToImport({ folder }: Environment, paths: readonly string[] | undefined): Promise<HeldListing> {
  const folders = (paths?.map((path) => resolve(folder, path)) ?? [findRepositoryRoot(folder)]).filter(isRepository);
  const transcripts: HeldToImport[] = [];
  const problems: { file: string; what: string }[] = [];
  for (const one of folders) {
    const held = await listHeldTranscripts(one);
    for (const transcript of held.ok ? held.value : []) {
      if (transcript.bytes !== null) transcripts.push({ ...transcript, stamp: toStamp(transcript), isGiven: paths !== undefined });
      else if (paths) problems.push({ file: transcript.path, what: 'It is not in this clone, which leaves out big or old objects.' });
    }
    // Nobody asked for the repository Rounds happens to run in; `doctor` tells of it.
    if (!held.ok && paths) problems.push({ file: one, what: held.problem.what });
  }
  return { transcripts, problems };
}

/** Git names objects by what they hold: the same names are the same transcript, and nothing needs reading. */
function toStamp({ session, bytes }: HeldTranscript): FileStamp {
  const mtimeMs = Date.parse(session.checkpoints.at(-1)?.createdAt ?? '');
  return { size: bytes ?? 0, mtimeMs: Number.isNaN(mtimeMs) ? 0 : mtimeMs, inode: hashText(session.transcript?.parts.join(' ') ?? '') };
}

export const listHeldChanges = (journal: Journal, { transcripts }: HeldListing): HeldToImport[] =>
  transcripts.filter(({ path, stamp }) => journal.transcripts.getCurrent(path)?.inode !== stamp.inode);
