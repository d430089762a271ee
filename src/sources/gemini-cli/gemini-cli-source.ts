import type { Source } from '../source.ts';
import { createGeminiReader } from './create-gemini-reader.ts';
import { sniffGeminiDocument, sniffGeminiLines } from './sniff-gemini-cli.ts';
import { unpackGemini } from './unpack-gemini.ts';

export const geminiLinesSource: Source = { agent: 'gemini-cli', sniff: sniffGeminiLines, createReader: createGeminiReader };

export const geminiDocumentSource: Source = {
  agent: 'gemini-cli',
  format: 'document',
  form: { form: 'document', unpack: unpackGemini },
  sniff: sniffGeminiDocument,
  createReader: createGeminiReader,
};
