import type { AnsweredCard, AskedCard, TurnedCard } from '../../../model/api/recall.ts';
import type { RecallGrade } from '../../../model/recall.ts';
import { Button, Key } from '../../ui/button.tsx';
import { Line } from '../../ui/text.tsx';
import { useFocusOnStep } from '../round/use-focus-on-step.ts';
import { describeReturn, GRADES } from './describe-recall.ts';

interface RecallCardProps {
  readonly card: AskedCard;
  readonly turned: TurnedCard | null;
  readonly answered: AnsweredCard | null;
  readonly isBusy: boolean;
  readonly isLast: boolean;
  readonly onTurn: () => void;
  readonly onAnswer: (grade: RecallGrade) => void;
  readonly onPutAway: () => void;
  readonly onNext: () => void;
}

/** The rule, then how well it came back: one step at a time, after the question. */
export function RecallCard({ card, turned, answered, isBusy, isLast, onTurn, onAnswer, onPutAway, onNext }: RecallCardProps) {
  const panel = useFocusOnStep(`${card.id} ${answered ? 'answered' : turned ? 'turned' : 'asked'}`, false);
  return (
    <section ref={panel} tabIndex={-1} aria-label="The card" className="grid justify-items-start gap-4 outline-none">
      {turned === null ? (
        <>
          <p className="text-ink-2">Think first, in your own words.</p>
          <Button look="go" disabled={isBusy} onClick={onTurn} aria-keyshortcuts="Enter">
            Show the rule <Key>Enter</Key>
          </Button>
        </>
      ) : (
        <div className="grid gap-1.5">
          <p className="meta">The rule you keep</p>
          <p className="border-l-2 border-accent pl-4 font-serif text-xl leading-snug [overflow-wrap:anywhere]">
            <Line>{turned.rule}</Line>
          </p>
        </div>
      )}
      {turned !== null && answered === null && (
        <fieldset className="grid gap-2.5" disabled={isBusy}>
          <legend className="mb-2">Did it come back?</legend>
          <div className="flex flex-wrap gap-2.5">
            {GRADES.map(({ grade, key, label }) => (
              <Button key={grade} onClick={() => onAnswer(grade)} aria-keyshortcuts={key}>
                {label} <Key>{key}</Key>
              </Button>
            ))}
          </div>
          <Button look="quiet" className="justify-self-start" onClick={onPutAway} aria-keyshortcuts="p">
            Put it away, ask no more <Key>p</Key>
          </Button>
        </fieldset>
      )}
      {answered && (
        <>
          <p>{describeReturn(answered)}</p>
          <Button look="go" onClick={onNext} aria-keyshortcuts="Enter">
            {isLast ? 'Done' : 'Next'} <Key>Enter</Key>
          </Button>
        </>
      )}
    </section>
  );
}
