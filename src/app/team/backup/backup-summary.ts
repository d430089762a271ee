import type { BackupManifest } from '../../../store/backup/backup-file.ts';

export interface BackupSummary {
  readonly file: string;
  /** When it was written. */
  readonly at: string;
  readonly accounts: number;
  readonly cases: number;
  readonly rounds: number;
  readonly lessons: number;
}

export function summarize(file: string, { at, tables }: BackupManifest): BackupSummary {
  const rows = (table: string): number => tables.find(({ name }) => name === table)?.rows ?? 0;
  return {
    file,
    at,
    accounts: rows('"auth"."user"'),
    cases: rows('"rounds"."shared_case"'),
    rounds: rows('"rounds"."round"'),
    lessons: rows('"rounds"."lesson"'),
  };
}
