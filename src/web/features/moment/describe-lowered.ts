import type { Dismissed } from '../../../model/api/ranking.ts';
import { formatCount } from '../../text/format-amount.ts';

/** What calling a moment legitimate did to others. */
export function describeLowered({ repository, times, others }: NonNullable<Dismissed['legitimate']>): string {
  const where = repository === null ? 'where no repository is known' : `in ${repository}`;
  const said = `Called legitimate ${where} ${times === 1 ? 'once' : `${times} times`}`;
  if (others === 0) return `${said}. Moments like it will rank lower there.`;
  return `${said}: ${formatCount(others, 'other moment')} like it there ${others === 1 ? 'ranks' : 'rank'} lower.`;
}
