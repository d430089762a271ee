import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { ActivityId } from '../../../model/activity-names.ts';
import type { Level } from '../../../model/entrustment-levels.ts';
import type { BeliefsFrom } from '../../../model/sign-off.ts';
import { standingBeliefsQuery } from '../../api/growth-queries.ts';
import { usePlace } from '../../api/use-place.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';

interface ChooseBeliefsFromProps {
  readonly activity: ActivityId;
  readonly level: Level;
  readonly from: BeliefsFrom;
  readonly onChoose: (from: BeliefsFrom) => void;
}

/** From level 4 on: the person's word, or what their own Rounds says after reading their journal. Yes or no, and seen before it goes. */
export function ChooseBeliefsFrom({ activity, level, from, onChoose }: ChooseBeliefsFromProps) {
  const { isMine } = usePlace();
  const name = useId();
  const standing = useQuery(standingBeliefsQuery(activity, isMine && level >= 4));
  if (level < 4) return null;
  const stands = standing.data?.beliefs ?? null;
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        From level 4 on nobody looks before it ships, so no critical belief of this activity may stand open. Only you see your beliefs.
        {!isMine &&
          ' Here, at the team’s server, the request rests on your word: by asking you promise that none does. Asked from your own Rounds, that can say it.'}
      </p>
      {isMine && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium">What the request says of it</legend>
          <label className="flex items-baseline gap-2">
            <input type="radio" className="accent-accent" name={name} checked={from === 'word'} onChange={() => onChoose('word')} />
            <span>My word: by asking I promise that none stands open. Who signs reads that it rests on my word.</span>
          </label>
          <label className="flex items-baseline gap-2">
            <input
              type="radio"
              className="accent-accent"
              name={name}
              checked={from === 'journal'}
              disabled={stands === null || stands.length > 0}
              onChange={() => onChoose('journal')}
            />
            <span>My journal: when I ask, my own Rounds reads it and says that none stands open. It says nothing else.</span>
          </label>
          {stands !== null && stands.length > 0 && (
            <p className="border-l-2 border-warn pl-3 [overflow-wrap:anywhere]">
              Your journal cannot say it: {stands.map(({ belief }) => `“${toVisibleText(belief)}”`).join(', ')} is not resolved. Only you see this. Work through
              it in Growth, or say there why it is not so.
            </p>
          )}
        </fieldset>
      )}
    </div>
  );
}

/** To who signs, and to who asked: what it rests on, and how far that goes. */
export function BeliefsBasis({ from, name, on }: { from: BeliefsFrom; name: string; on: string }) {
  return from === 'journal' ? (
    <p>
      {name}’s own Rounds read their journal when they asked, on {on}, and says that none stands open. Nobody else can look into it: this is as true as the
      program on their machine and what they let it know, and who wants to can make it say so.
    </p>
  ) : (
    <p>{name}’s word. They asked without letting their own Rounds say anything of their journal, and nobody else can look into it.</p>
  );
}
