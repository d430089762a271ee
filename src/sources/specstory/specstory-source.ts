import type { Source } from '../source.ts';
import { createSpecstoryReader } from './create-specstory-reader.ts';
import { sniffSpecstory } from './sniff-specstory.ts';

export const specstorySource: Source = { agent: 'specstory', sniff: sniffSpecstory, createReader: createSpecstoryReader };
