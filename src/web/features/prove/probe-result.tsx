import type { ProbeResult as Result } from '../../../model/team/probe.ts';
import { formatBytes, formatDuration } from '../../text/format-amount.ts';
import { Plain } from '../../ui/text.tsx';
import { describeStop, FINDING_NAMES, toTone } from './describe-probe.ts';

const TONES = { good: 'text-good', bad: 'text-bad', quiet: 'text-ink-2' } as const;

/** What a run showed: red or green, how it was started, how it ended, what it printed. */
export function ProbeResult({ result }: { result: Result }) {
  const { run, finding } = result;
  const rows: readonly (readonly [string, string | null])[] = [
    ['Command', run.command],
    ['Ended', run.exitCode === null ? (run.signal ?? null) : `exit code ${run.exitCode}`],
    ['Took', formatDuration(run.durationMs)],
    ['In', run.sandbox === null ? 'no sandbox' : `a sandbox (${run.sandbox})`],
  ];
  return (
    <div className="grid gap-2.5">
      <p className={`font-semibold ${TONES[toTone(finding)]}`}>
        <span aria-hidden="true">{finding === 'demonstrated' ? '✗' : finding === 'not-demonstrated' ? '✓' : '–'}</span> {FINDING_NAMES[finding]}
      </p>
      {run.stoppedBy && <p>{describeStop(run.stoppedBy)}</p>}
      {run.why && (
        <p>
          <Plain>{run.why}</Plain>
        </p>
      )}
      <dl className="grid gap-x-3 gap-y-0.5 sm:grid-cols-[5rem_minmax(0,1fr)]">
        {rows.map(([label, value]) =>
          value === null ? null : (
            <div key={label} className="contents">
              <dt className="meta">{label}</dt>
              <dd className="code [overflow-wrap:anywhere]">
                <Plain>{value}</Plain>
              </dd>
            </div>
          ),
        )}
      </dl>
      <Output text={run.output} />
      {run.cutBytes > 0 && <p className="meta">{formatBytes(run.cutBytes)} in the middle are left out.</p>}
    </div>
  );
}

/** As text, with everything unseen spelled out: what a program prints may be anything. */
export function Output({ text }: { text: string }) {
  if (text.trim() === '') return <p className="meta">It printed nothing.</p>;
  return (
    // It scrolls, so a keyboard has to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre tabIndex={0} data-output className="code max-h-80 overflow-y-auto rounded-lg bg-sunk px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
      <Plain>{text}</Plain>
    </pre>
  );
}
