import type { Later } from '../../../model/api/growth.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Line } from '../../ui/text.tsx';
import { RoundLink } from './round-link.tsx';

const HOW_WORDS: Readonly<Record<Later['how'], string>> = {
  revert: 'Taken back later by',
  fix: 'Mended later by',
  run: 'Checked later by',
  probe: 'Shown wrong by a probe:',
};

/** What the world said of my rounds after their sessions had ended. */
export function LaterList({ later, now }: { later: readonly Later[]; now: Date }) {
  if (later.length === 0) return null;
  return (
    <div>
      <h3 className="heading">What came later</h3>
      <ul className="grid gap-2">
        {later.map(({ round, forTwo, question, how, words, at, settles }) => (
          <li key={`${round} ${how} ${at}`} className="[overflow-wrap:anywhere]">
            {HOW_WORDS[how]}{' '}
            <code className="code">
              <Line>{words}</Line>
            </code>
            {settles && ', which settled your statement'}{' '}
            <span className="meta">
              {formatWhen(at, now)},{' '}
              <RoundLink id={round} forTwo={forTwo}>
                <Line>{question}</Line>
              </RoundLink>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
