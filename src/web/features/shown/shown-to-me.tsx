import type { ShownGrowth } from '../../../model/api/team/shown-growth.ts';
import { formatWhen } from '../../text/format-when.ts';
import { toVisibleText } from '../../text/to-visible-text.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Section } from '../settings/section.tsx';
import { ReasonForm } from '../sign-off/reason-form.tsx';
import { ShownContent } from './shown-content.tsx';
import { useShown, useShownActs } from './use-shown.ts';

/** What partners show me of their growth, until they take it back. */
export function ShownToMe() {
  const toMe = useShown().data?.toMe ?? [];
  if (toMe.length === 0) return null;
  return (
    <Section id="shown-to-me" title="Shown to you">
      <ul className="grid gap-3">
        {toMe.map((one) => (
          <One key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function One({ one: { id, personName, shown, at, contested } }: { one: ShownGrowth }) {
  const name = toVisibleText(personName);
  const now = useNow();
  const { contest } = useShownActs();
  return (
    <li className="card grid gap-3 px-5 py-4">
      <p className="meta">
        {name}, as it was {formatWhen(at, now)}
      </p>
      <ShownContent shown={shown} />
      {contested && (
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          You said that it is not so: “<Plain>{contested.why}</Plain>”
        </p>
      )}
      {shown.kind === 'belief' && !contested && (
        <ReasonForm
          label="Why it is not so"
          hint={`${name} reads it. What is contested holds nobody back.`}
          offer="I do not think that is so"
          yes="Say it"
          least={3}
          isBusy={contest.isPending}
          onSay={(why, done) => contest.mutate({ id, why }, { onSuccess: done })}
        />
      )}
      {contest.isError && <FailureNotice thrown={contest.error} />}
    </li>
  );
}
