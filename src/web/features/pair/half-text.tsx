import type { Person } from '../../../model/team/pair.ts';
import { Plain } from '../../ui/text.tsx';
import type { Question } from './weekly-questions.ts';

/** A half as it was handed in. Teal is the reader's own voice, amber the other's; the name says it as well. */
export function HalfText({
  by,
  isMine,
  half,
  questions,
}: {
  by: Person;
  isMine: boolean;
  half: Readonly<Record<string, string>>;
  questions: readonly Question[];
}) {
  return (
    <div className={`grid gap-2.5 border-l-2 pl-3.5 ${isMine ? 'border-accent' : 'border-warn'}`}>
      <p className="font-medium">{isMine ? 'You' : <Plain>{by.name}</Plain>}</p>
      <dl className="grid gap-2.5">
        {questions.map(({ name, label }) => (
          <div key={name}>
            <dt className="meta">{label}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">
              <Plain>{half[name] ?? ''}</Plain>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
