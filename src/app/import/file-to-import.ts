import type { FileStamp, TranscriptRow } from '../../journal/transcripts-table.ts';

export interface FileToImport extends FileStamp {
  readonly path: string;
  readonly isGiven: boolean;
  readonly known: TranscriptRow | undefined;
}
