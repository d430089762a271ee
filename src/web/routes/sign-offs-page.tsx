import { useQuery } from '@tanstack/react-query';
import type { SignOffList } from '../../model/api/team/sign-offs.ts';
import { signOffsQuery } from '../api/team/sign-off-queries.ts';
import { usePlace } from '../api/use-place.ts';
import { Section } from '../features/settings/section.tsx';
import { AskForm } from '../features/sign-off/ask-form.tsx';
import { formatDay } from '../features/sign-off/describe-sign-off.ts';
import { DissentAskedList } from '../features/sign-off/dissent-asked.tsx';
import { HeldLevels } from '../features/sign-off/held-levels.tsx';
import { RecordSection } from '../features/sign-off/record-section.tsx';
import { SignOffRows } from '../features/sign-off/sign-off-rows.tsx';
import { ShownToMe } from '../features/shown/shown-to-me.tsx';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

export function SignOffsPage() {
  const { me } = usePlace();
  const list = useQuery({ ...signOffsQuery(), enabled: me !== null });
  if (me === null) return null;
  return (
    <Page
      title="Sign-offs"
      lead={
        <p>
          Somebody other than your daily preceptor signs what you may do, one activity at a time. Only you and whom you ask see this, and who rated you is
          asked; nobody sees it for being a lead.
        </p>
      }
      narrow
    >
      <div className="mt-7 grid gap-8">
        {list.isPending && <Skeleton label="Looking for sign-offs" heights={[90, 140]} />}
        {list.isError && <FailureNotice thrown={list.error} onRetry={() => void list.refetch()} />}
        {list.data && <Lists list={list.data} />}
      </div>
    </Page>
  );
}

function Lists({ list: { mine, toSign, asked, held, clockBehind } }: { list: SignOffList }) {
  const waiting = toSign.filter(({ state }) => state === 'open');
  const decided = toSign.filter(({ state }) => state !== 'open');
  return (
    <>
      {clockBehind !== null && (
        <p className="border-l-2 border-warn pl-3">
          The server’s clock is behind: something was recorded here on {formatDay(clockBehind)} already. Until it is right nothing is signed, and a level whose
          time was over stays over.
        </p>
      )}
      {waiting.length > 0 && (
        <Section id="to-sign" title="Asked of you">
          <SignOffRows cards={waiting} mine="signer" />
        </Section>
      )}
      {asked.length > 0 && (
        <Section id="dissent" title="Do you disagree?">
          <DissentAskedList asked={asked} />
        </Section>
      )}
      <Section id="held" title="What is signed for you">
        <HeldLevels held={held} />
      </Section>
      {mine.length > 0 && (
        <Section id="mine" title="What you asked for">
          <SignOffRows cards={mine} mine="person" />
        </Section>
      )}
      <Section id="ask" title="Ask for a sign-off">
        <AskForm />
      </Section>
      <ShownToMe />
      {decided.length > 0 && (
        <Section id="decided" title="What you decided">
          <SignOffRows cards={decided} mine="signer" />
        </Section>
      )}
      <Section id="record" title="Your record">
        <RecordSection />
      </Section>
    </>
  );
}
