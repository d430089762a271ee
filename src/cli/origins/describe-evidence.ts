import type { Evidence } from '../../app/origins/explain-line.ts';
import { toCount } from '../text/format-quantities.ts';

/** One sign that joins a line to a session, in words. */
export function describeEvidence({ sign, amount = 0 }: Evidence): string {
  switch (sign) {
    case 'same-line':
      return 'the same line was written there';
    case 'same-words':
      return 'its words were written there in this order';
    case 'changed-words':
      return `${Math.round(amount * 100)} % of its words were written there`;
    case 'neighbours':
      return `${toCount(amount, 'neighbouring line')} ${amount === 1 ? 'agrees' : 'agree'}`;
    case 'same-path':
      return 'in the same file';
    case 'like-path':
      return 'in a file of the same name and folder';
    case 'other-path':
      return 'in another file';
    case 'before-commit':
      return `${toSpan(amount)} before the commit`;
    case 'after-authoring':
      return 'after the commit was first made, before it was made again';
    case 'no-time':
      return 'the session has no times';
    case 'made-in-session':
      return 'the commit was made in that session';
    case 'began-at-parent':
      return "the session began at the commit's parent";
    case 'recorded':
      return 'a trailer, note or trace records it';
    case 'command-touched-file':
      return 'a command of the session changed the file';
    case 'states-differ':
      return 'the file differed before and after the command';
    case 'written-between-edits':
      return "the file changed between two of the agent's edits, by no command of its own";
    case 'not-in-session':
      return 'the session behind the commit is here and wrote no such line';
    case 'nothing-found':
      return 'nothing like it was written in any session here';
  }
}

function toSpan(minutes: number): string {
  if (minutes < 1) return 'less than a minute';
  if (minutes < 120) return toCount(minutes, 'minute');
  return minutes < 2880 ? toCount(Math.round(minutes / 60), 'hour') : toCount(Math.round(minutes / 1440), 'day');
}
