import type { Source } from '../source.ts';
import { createAiderReader } from './create-aider-reader.ts';
import { SESSION_START } from './records/record-schemas.ts';
import { sniffAider } from './sniff-aider.ts';

/** Marks whether a line can be an opening one, before it is decoded. */
const HASH = 0x23;

export const aiderSource: Source = {
  agent: 'aider',
  form: { form: 'sessions-in-lines', opensSession: (line) => line[0] === HASH && SESSION_START.test(line.toString('utf8')) },
  sniff: sniffAider,
  createReader: createAiderReader,
};
