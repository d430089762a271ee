import { joinWords } from '../../text/format-amount.ts';

const MOST_CHARACTERS = 80;
const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

/** "Ada and Ben", as people call themselves; empty before anyone is chosen. */
export function suggestPairName(me: string, others: readonly string[]): string {
  return others.length === 0 ? '' : joinWords([me, ...others].map(firstName)).slice(0, MOST_CHARACTERS);
}
