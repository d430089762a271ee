import type { AskedWords } from '../../../model/api/team/sign-offs.ts';
import type { Level } from '../../../model/entrustment-levels.ts';
import { Plain } from '../../ui/text.tsx';

/** What the level asks for, in the words of the person's cohort, and which version they are of. */
export function AskedLevel({ asked: { levelText, contentVersion }, level }: { asked: AskedWords; level: Level }) {
  return (
    <p className="[overflow-wrap:anywhere]">
      Level {level} is: “<Plain>{levelText}</Plain>”{' '}
      <span className="meta">{contentVersion === 0 ? 'As it comes with Rounds.' : `Version ${contentVersion} of what the cohort works with.`}</span>
    </p>
  );
}
