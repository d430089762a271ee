import type { Level } from '../../../model/entrustment-levels.ts';
import { Plain } from '../../ui/text.tsx';
import type { OpenBelief } from './use-open-beliefs.ts';

const STATES: Readonly<Record<OpenBelief['state'], string>> = {
  'to-ask': 'never asked about',
  suspected: 'suspected',
  confirmed: 'confirmed',
  addressed: 'worked through, not yet shown to be gone',
  resolved: 'resolved',
  relapsed: 'come back',
};

interface BeliefsToShowProps {
  readonly level: Level;
  readonly beliefs: readonly OpenBelief[];
  readonly shown: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** Which of them to show, where one wants to: nobody but the person sees their beliefs. */
export function BeliefsToShow({ level, beliefs, shown, onToggle }: BeliefsToShowProps) {
  if (level < 4 || beliefs.length === 0) return null;
  return (
    <div className="grid gap-2">
      {beliefs.map(({ misconception, belief, state, contested }) => (
        <label key={misconception} className="flex items-baseline gap-2">
          <input type="checkbox" checked={shown.has(misconception)} onChange={() => onToggle(misconception)} />
          <span>
            Show with it: “<Plain>{belief}</Plain>”{' '}
            <span className="meta">
              {STATES[state]}
              {contested && ', contested'}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
