import type { DissentAsked } from '../../../model/api/team/sign-offs.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { nameAsked } from './describe-sign-off.ts';
import { ReasonForm } from './reason-form.tsx';
import { useSayDissent } from './use-sign-off-acts.ts';

/** Who rated is asked whether they disagree. Saying nothing is no dissent. */
export function DissentAskedList({ asked }: { asked: readonly DissentAsked[] }) {
  return (
    <ul className="grid gap-3">
      {asked.map((one) => (
        <Question key={one.request} asked={one} />
      ))}
    </ul>
  );
}

function Question({ asked: { request, name, activity, activityName, level, words, answer } }: { asked: DissentAsked }) {
  const say = useSayDissent(request);
  return (
    <li className="card grid gap-2.5 px-5 py-4 [overflow-wrap:anywhere]">
      <h3 className="font-medium">
        <Plain>{name}</Plain>: {nameAsked(activity, level, activityName)}
      </h3>
      {words === null ? (
        <p className="text-ink-2">You rated this activity of theirs, so you are asked. If you do not disagree, there is nothing to do.</p>
      ) : (
        <>
          <p>
            You said: “<Plain>{words}</Plain>”
          </p>
          <p className="text-ink-2">
            {answer === null ? (
              'Nothing is signed before that is answered.'
            ) : (
              <>
                The answer: “<Plain>{answer}</Plain>”
              </>
            )}
          </p>
        </>
      )}
      <ReasonForm
        label="Why you disagree"
        hint={`Who signs and ${name} read it with your name. It has to be answered before anything is signed.`}
        offer={words === null ? 'I disagree' : 'Say it anew'}
        yes="Say it"
        least={3}
        isBusy={say.isPending}
        onSay={(said, done) => say.mutate(said, { onSuccess: done })}
      />
      {say.isError && <FailureNotice thrown={say.error} />}
    </li>
  );
}
