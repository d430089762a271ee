import type { BackupSummary } from '../../app/team/backup/backup-summary.ts';
import { toCount } from './format-quantities.ts';

export const formatBackup = ({ accounts, cases, rounds, lessons }: BackupSummary): string =>
  `${toCount(accounts, 'account')}, ${toCount(cases, 'case')}, ${toCount(rounds, 'round')} and ${toCount(lessons, 'lesson')}`;
