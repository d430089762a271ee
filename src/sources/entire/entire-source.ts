import type { Source } from '../source.ts';
import { createEntireReader } from './create-entire-reader.ts';
import { sniffEntire } from './sniff-entire.ts';

/** Entire's own short form of a transcript. The whole ones it keeps are the agents', and read as theirs. */
export const entireSource: Source = { agent: 'entire', sniff: sniffEntire, createReader: createEntireReader };
