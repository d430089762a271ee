import type { Source } from '../source.ts';
import { createComposerReader } from './create-composer-reader.ts';
import { createTranscriptReader } from './create-transcript-reader.ts';
import { sniffCursorTranscript } from './sniff-cursor.ts';
import { listComposers, unpackComposer } from './unpack-composer.ts';

/** state.vscdb of Cursor. */
export const cursorDatabaseSource: Source = {
  agent: 'cursor',
  form: { form: 'database', tables: ['cursorDiskKV'], listSessions: listComposers, unpackSession: unpackComposer },
  sniff: () => 0,
  createReader: createComposerReader,
};

/** agent-transcripts/<id>.jsonl, for where there is no database. */
export const cursorTranscriptSource: Source = { agent: 'cursor', format: 'transcript', sniff: sniffCursorTranscript, createReader: createTranscriptReader };
