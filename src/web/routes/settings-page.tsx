import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Machine } from '../../model/api/machine.ts';
import { importQuery, machineQuery } from '../api/queries.ts';
import { ImportProgress } from '../features/machine/import-progress.tsx';
import { DismissedMoments } from '../features/settings/dismissed-moments.tsx';
import { SecondReader } from '../features/settings/second-reader.tsx';
import { Section } from '../features/settings/section.tsx';
import { ViewSettings } from '../features/settings/view-settings.tsx';
import { AccountSettings } from '../features/account/account-settings.tsx';
import { TeamLink } from '../features/account/team-link.tsx';
import { usePlace } from '../api/use-place.ts';
import { useDemo, useImport } from '../features/machine/use-machine-actions.ts';
import { formatBytes, formatCount, formatNumber } from '../text/format-amount.ts';
import { formatWhen } from '../text/format-when.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/use-now.ts';
import { FailureNotice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Plain } from '../ui/text.tsx';

export function SettingsPage() {
  return usePlace().isMine ? <MachineSettings /> : <AccountSettings />;
}

function MachineSettings() {
  const machine = useQuery(machineQuery());
  return (
    <Page title="Settings" lead={<p>What Rounds reads, where it keeps it, and how it looks.</p>} narrow>
      <div className="mt-7 grid gap-8">
        {machine.isPending && <Skeleton label="Looking at this machine" heights={[160, 120]} />}
        {machine.isError && <FailureNotice thrown={machine.error} onRetry={() => void machine.refetch()} />}
        {machine.data && (
          <>
            <Reads machine={machine.data} />
            <Keeps machine={machine.data} />
            <DismissedMoments />
            <SecondReader />
            <TeamLink />
            <Demo isLoaded={machine.data.demo} />
          </>
        )}
        <ViewSettings />
      </div>
    </Page>
  );
}

const STATES: Readonly<Record<Machine['agents'][number]['state'], string>> = {
  read: 'read',
  absent: 'nothing found',
  unreadable: 'cannot be read',
};

function Reads({ machine }: { machine: Machine }) {
  const look = useImport();
  const importing = useQuery(importQuery()).data?.running ?? false;
  const now = useNow();
  const problems = machine.lastImport?.problems ?? [];
  // Most machines have a few of the agents; those that are not there are one line, not a page.
  const absent = machine.agents.filter(({ state }) => state === 'absent');
  return (
    <Section id="reads" title="What Rounds reads">
      <ul className="card divide-y divide-line px-5">
        {machine.agents
          .filter(({ state }) => state !== 'absent')
          .map(({ agent, label, state, places, files, bytes, problem, warning }) => (
            <li key={agent} className="grid gap-0.5 py-3">
              <p className="flex flex-wrap justify-between gap-x-4">
                <span className="font-medium">{label}</span>
                <span className={state === 'unreadable' ? 'text-bad' : 'text-ink-2'}>
                  {state === 'read' ? `${formatCount(files, 'file')}, ${formatBytes(bytes)}` : STATES[state]}
                </span>
              </p>
              {places.map((place) => (
                <p key={place} className="code text-ink-2 [overflow-wrap:anywhere]">
                  <Plain>{place}</Plain>
                </p>
              ))}
              {problem && (
                <p className="text-bad">
                  <Plain>{problem}</Plain>
                </p>
              )}
              {warning && (
                <p className="text-warn">
                  <Plain>{warning}</Plain>
                </p>
              )}
            </li>
          ))}
        {absent.length > 0 && (
          <li className="py-3 text-ink-2">
            {absent.length === machine.agents.length ? 'Nothing found yet of' : 'Nothing found of'} {absent.map(({ label }) => label).join(', ')}.
          </li>
        )}
      </ul>
      <ImportProgress />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={look.isPending || importing} onClick={() => look.mutate()}>
          {importing ? 'Reading…' : 'Read what is new'}
        </Button>
        <p className="meta">
          {machine.lastImport
            ? `Last read ${formatWhen(machine.lastImport.at, now)}: ${formatCount(machine.lastImport.files, 'file')}, ${problems.length === 0 ? 'all readable' : `${formatNumber(problems.length)} not readable`}.`
            : 'Nothing read yet.'}
        </p>
      </div>
      {look.isError && <FailureNotice thrown={look.error} />}
      {problems.length > 0 && (
        <details className="card px-5 py-3">
          <summary className="font-medium">{formatCount(problems.length, 'file')} could not be read</summary>
          <ul className="mt-2 grid gap-2">
            {problems.map(({ file, what }) => (
              <li key={file}>
                <span className="code block text-ink-2 [overflow-wrap:anywhere]">
                  <Plain>{file}</Plain>
                </span>
                <Plain>{what}</Plain>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}

function Place({ path }: { path: string }) {
  return (
    <span className="code [overflow-wrap:anywhere]">
      <Plain>{path}</Plain>
    </span>
  );
}

function Keeps({ machine }: { machine: Machine }) {
  const { journal, runtime } = machine;
  const rows: readonly (readonly [string, ReactNode])[] = [
    ['Folder', <Place key="folder" path={machine.home} />],
    ['Journal', <Place key="journal" path={journal.path} />],
    ['Size', formatBytes(journal.bytes)],
    ['Holds', `${formatCount(journal.sessions, 'session')}, ${formatCount(journal.events, 'event')}, ${formatCount(journal.moments, 'moment')}`],
    ['Runs on', `Rounds ${runtime.rounds}, Node ${runtime.node.replace(/^v/, '')}`],
  ];
  return (
    <Section id="keeps" title="Where Rounds keeps it">
      <dl className="card divide-y divide-line px-5">
        {rows.map(([label, value]) => (
          <div key={label} className="grid gap-x-4 py-2.5 sm:grid-cols-[6rem_1fr]">
            <dt className="text-ink-2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="meta">
        Your agents’ own files are read and never changed. Nothing is sent anywhere, unless you share a case or turn on a second reader:{' '}
        <Link to="/shared" className="underline decoration-line underline-offset-4 hover:text-ink">
          what left this machine
        </Link>
        .
      </p>
    </Section>
  );
}

function Demo({ isLoaded }: { isLoaded: boolean }) {
  const demo = useDemo();
  return (
    <Section id="demo" title="Demo">
      <p className="text-ink-2">
        {isLoaded
          ? 'The demo’s sessions are in the journal beside your own. Removing it takes out its sessions, moments and rounds, and nothing of yours.'
          : 'A small repository and sessions in it that real agents recorded: a way to see every screen before your own work fills them.'}
      </p>
      <div>
        <Button disabled={demo.isPending} onClick={() => demo.mutate(isLoaded ? 'remove' : 'load')}>
          {demo.isPending ? 'One moment…' : isLoaded ? 'Remove the demo' : 'Load the demo'}
        </Button>
      </div>
      {demo.isError && <FailureNotice thrown={demo.error} />}
    </Section>
  );
}
