import type { Source } from '../source.ts';
import { createCodexReader } from './create-codex-reader.ts';
import { sniffCodex } from './sniff-codex.ts';

export const codexSource: Source = { agent: 'codex', sniff: sniffCodex, createReader: createCodexReader };
