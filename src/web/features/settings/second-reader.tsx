import { useQuery } from '@tanstack/react-query';
import type { TutorView } from '../../../model/api/tutor.ts';
import { tutorQuery } from '../../api/queries.ts';
import { formatBytes, formatCount } from '../../text/format-amount.ts';
import { formatWhen } from '../../text/format-when.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Line } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Section } from './section.tsx';
import { SecondReaderForm } from './second-reader-form.tsx';

/** The optional language model: how it is set, and everything that was sent to it. */
export function SecondReader() {
  const tutor = useQuery(tutorQuery());
  return (
    <Section id="second-reader" title="Second reader">
      <p className="text-ink-2">
        A language model of your choice may read a moment after the rules: confirm it, lower its rank, or word its question better. It is off until you turn it
        on, and asked only about a moment you name, with <span className="code">rounds tutor --ask</span>. What it is sent is redacted first and listed here;{' '}
        <span className="code">rounds tutor --preview</span> shows it beforehand, byte for byte.
      </p>
      {tutor.isError && <FailureNotice thrown={tutor.error} onRetry={() => void tutor.refetch()} />}
      {tutor.data && <Reader view={tutor.data} />}
    </Section>
  );
}

function Reader({ view }: { view: TutorView }) {
  const { settings, problem, fromEnvironment, sentToday, readings } = view;
  return (
    <>
      <div className="card grid gap-3 px-5 py-4">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className="font-medium">{settings?.on ? 'On' : 'Off'}</span>
          <span className="meta">{settings?.on ? `${sentToday} of ${formatCount(settings.dailyCap, 'request')} today` : 'Nothing is sent anywhere.'}</span>
        </p>
        {settings?.on && (
          <p className="[overflow-wrap:anywhere] text-ink-2">
            <Line>{`${settings.model} at ${settings.url}, ${readings === 0 ? 'not asked about a moment yet' : `asked about ${formatCount(readings, 'moment')}`}.`}</Line>
          </p>
        )}
        {problem && (
          <p className="text-warn">
            <Line>{problem}</Line>
          </p>
        )}
        <Key view={view} />
        {fromEnvironment ? (
          <p className="meta">It is set by the environment Rounds was started in, and can be changed only there.</p>
        ) : (
          <SecondReaderForm key={JSON.stringify(settings)} settings={settings} />
        )}
      </div>
      <SharingLog log={view.log} />
    </>
  );
}

function Key({ view: { key } }: { view: TutorView }) {
  const state = { set: 'is set', missing: 'is not set', 'not-needed': 'is not set, and not needed for a model on this machine' }[key.state];
  return (
    <p className="meta">
      The key comes from the environment, and is kept nowhere: <span className="code">{key.variable}</span> {state}.
    </p>
  );
}

function SharingLog({ log }: { log: TutorView['log'] }) {
  const now = useNow();
  if (log.length === 0) return null;
  return (
    <details className="card px-5 py-3">
      <summary className="font-medium">What was sent</summary>
      <ul className="mt-2 divide-y divide-line">
        {log.map(({ at, moment, host, bytes, outcome }) => (
          <li key={`${at} ${moment} ${outcome}`} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span className="[overflow-wrap:anywhere]">
              <Line>{`${formatBytes(bytes)} to ${host}: ${outcome ?? 'not known how it ended'}`}</Line>
            </span>
            <span className="meta">
              <span className="code">{moment}</span> · {formatWhen(at, now)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
