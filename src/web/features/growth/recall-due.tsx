import { capitalise, toNumberWord } from '../../text/format-amount.ts';
import { ButtonLink } from '../../ui/button.tsx';

/** What comes back today, where anything does: at most five, and never how many are left over. */
export function RecallDue({ due }: { due: number }) {
  if (due === 0) return null;
  return (
    <section aria-labelledby="recall-due">
      <h2 id="recall-due" className="heading mb-2.5">
        Recall
      </h2>
      <div className="card flex flex-wrap items-center justify-between gap-3 px-5 py-4">
        <p>
          {capitalise(toNumberWord(due))} {due === 1 ? 'rule you keep comes' : 'rules you keep come'} back today.
        </p>
        <ButtonLink to="/recall">Recall</ButtonLink>
      </div>
    </section>
  );
}
