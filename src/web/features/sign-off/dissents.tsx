import type { SignOffView } from '../../../model/api/team/sign-offs.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useAnswerDissent } from './use-sign-off-acts.ts';

/** Who was asked, what they said, and what was answered. */
export function Dissents({ view }: { view: SignOffView }) {
  const answering = useAnswerDissent(view.id);
  const said = view.dissents.filter(({ words }) => words !== null);
  const silent = view.dissents.filter(({ words }) => words === null).map(({ name }) => toVisibleText(name));
  return (
    <div className="grid gap-3">
      {said.map(({ by, name, words, answer }) => (
        <div key={by} className="card grid gap-2 px-5 py-4 [overflow-wrap:anywhere]">
          <p>
            <Plain>{name}</Plain> disagrees: “<Plain>{words ?? ''}</Plain>”
          </p>
          {answer !== null && (
            <p className="text-ink-2">
              The answer: “<Plain>{answer}</Plain>”
            </p>
          )}
          {view.mine === 'signer' && view.state === 'open' && (
            <ReasonForm
              label={`What you answer ${name}`}
              hint={`${name} and ${view.name} read it, and it goes into the record.`}
              offer={answer === null ? 'Answer it' : 'Answer it anew'}
              yes="Answer"
              least={1}
              isBusy={answering.isPending}
              onSay={(text, done) => answering.mutate({ by, answer: text }, { onSuccess: done })}
            />
          )}
        </div>
      ))}
      {answering.isError && <FailureNotice thrown={answering.error} />}
      {silent.length > 0 && <p className="meta">Asked, and said nothing against it: {silent.join(', ')}.</p>}
      {view.dissents.length === 0 && <p className="text-ink-2">Nobody was asked: nobody rated.</p>}
    </div>
  );
}
