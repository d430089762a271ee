import type { SignOffView } from '../../../model/api/team/sign-offs.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { nameAsked } from './describe-sign-off.ts';
import { ReasonForm } from './reason-form.tsx';
import { useSignOffAct } from './use-sign-off-acts.ts';

/** What the reader may do with it now. A person signs, never a rule: no reason against it does not mean that one must. */
export function Decide({ view }: { view: SignOffView }) {
  const act = useSignOffAct(view.id);
  const { mine, state, refusals } = view;
  const reason = (which: 'decline' | 'reverse') => (why: string, done: () => void) => act.mutate({ act: which, why }, { onSuccess: done });
  return (
    <div className="grid justify-items-start gap-3">
      {state === 'open' && mine === 'signer' && (
        <>
          <p className="text-ink-2">
            You say that {view.name} may do this from now on: {nameAsked(view.activity, view.level, view.activityName)}. It stays in {view.name}’s record with
            your name.
          </p>
          <div className="flex flex-wrap gap-3">
            <Button look="go" disabled={act.isPending || refusals.length > 0} onClick={() => act.mutate({ act: 'grant' })}>
              {act.isPending ? 'One moment…' : 'Sign it'}
            </Button>
          </div>
          <ReasonForm
            label="What would help them on"
            hint={`${view.name} reads it; nobody else does.`}
            offer="Decline it"
            yes="Decline"
            least={8}
            isBusy={act.isPending}
            onSay={reason('decline')}
          />
        </>
      )}
      {state === 'open' && mine === 'person' && (
        <Button disabled={act.isPending} onClick={() => act.mutate({ act: 'withdraw' })}>
          Take it back
        </Button>
      )}
      {state === 'granted' && (
        <ReasonForm
          label="What came up since"
          hint="The level holds no more, and its evidence counts for no other sign-off of this activity. What was written stays."
          offer="Reverse it"
          yes="Reverse"
          least={8}
          isBusy={act.isPending}
          onSay={reason('reverse')}
        />
      )}
      {act.isError && <FailureNotice thrown={act.error} />}
    </div>
  );
}
