import type { Uri } from './records/response-parts.ts';

/** A file's path as its system writes it; '' where the address names none. */
export const toPath = (uri: Uri | null | undefined): string => uri?.fsPath || (uri?.path ?? '').replace(/^\/([A-Za-z]:)/, '$1');
