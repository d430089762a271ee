import type { Source } from '../source.ts';
import { splitDocument } from '../split-document.ts';
import { createOpencodeReader } from './create-opencode-reader.ts';
import { sniffExport, sniffStorage } from './sniff-opencode.ts';
import { listSessions, TABLES, unpackSession } from './unpack-database.ts';
import { unpackStorage } from './unpack-storage.ts';

export const opencodeDatabaseSource: Source = {
  agent: 'opencode',
  format: 'database',
  form: { form: 'database', tables: TABLES, listSessions, unpackSession },
  sniff: () => 0,
  createReader: createOpencodeReader,
};

export const opencodeExportSource: Source = {
  agent: 'opencode',
  format: 'export',
  form: { form: 'document', unpack: (document) => splitDocument(document, 'messages') },
  sniff: sniffExport,
  createReader: createOpencodeReader,
};

export const opencodeStorageSource: Source = {
  agent: 'opencode',
  format: 'storage',
  form: { form: 'document', unpack: unpackStorage },
  sniff: sniffStorage,
  createReader: createOpencodeReader,
};
