import type { ReadCode } from '../../facts/facts.ts';
import { createCodeReader } from './create-code-reader.ts';

/** The reader with every pattern, for whoever needs no other: grammars and trees are shared by the whole process. */
export const readCode: ReadCode = createCodeReader();
