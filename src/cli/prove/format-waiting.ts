import type { WaitingProbe } from '../../model/api/prove.ts';
import type { ProbeResult, ProbeTarget } from '../../model/team/probe.ts';
import type { Terminal } from '../terminal.ts';
import { showHidden } from '../text/show-hidden.ts';
import { toPlainLine } from '../text/to-plain.ts';

const ON: Readonly<Record<ProbeTarget, string>> = {
  agent: 'the agent’s version',
  fix: 'the version that mended it',
  patch: 'the agent’s version with this patch',
};

/** One line of a list. */
export function formatWaitingLine({ probe, author, isMine, hindrance }: WaitingProbe, terminal: Terminal): string {
  const who = isMine ? 'you' : toPlainLine(author);
  const what = probe.probe ? `${showHidden(probe.probe.path)} on ${ON[probe.probe.target]}` : 'forgotten';
  return [
    `${terminal.style('cyan', probe.id)}  ${who}: ${what}`,
    ...(hindrance === null ? [] : [`  ${terminal.style('yellow', toPlainLine(hindrance))}`]),
  ].join('\n');
}

/** All that would run, to the last character; nothing in it is hidden. */
export function formatProbe({ probe, author, isMine, sha256 }: WaitingProbe, { style }: Terminal): string {
  if (!probe.probe) return 'This probe was forgotten.';
  const { path, target, code, patch, claim } = probe.probe;
  const who = isMine ? 'You ask' : `${toPlainLine(author)} asks`;
  return [
    `${who} to run ${style('bold', showHidden(path))} on ${ON[target]}.`,
    ...(claim === '' ? [] : [`It is to show: ${showHidden(claim).replaceAll(/\s+/g, ' ')}`]),
    ...(patch === undefined ? [] : ['', style('dim', 'The patch:'), numberLines(patch)]),
    '',
    style('dim', `${showHidden(path)}:`),
    numberLines(code),
    '',
    style('dim', `SHA-256 ${sha256}`),
  ].join('\n');
}

function numberLines(text: string): string {
  const lines = showHidden(text).replace(/\n$/, '').split('\n');
  const width = String(lines.length).length;
  return lines.map((line, at) => `${String(at + 1).padStart(width)}  ${line}`).join('\n');
}

const FOUND: Readonly<Record<ProbeResult['finding'], string>> = {
  demonstrated: 'Demonstrated: the probe fails there.',
  'not-demonstrated': 'Not demonstrated: the probe passes there.',
  'could-not-run': 'Could not run.',
};

export function formatResult({ finding, run, note }: ProbeResult, { style }: Terminal): string {
  const colour = finding === 'demonstrated' ? 'red' : finding === 'not-demonstrated' ? 'green' : 'yellow';
  const how = [
    run.command,
    run.exitCode === null ? (run.stoppedBy ?? '') : `exit code ${run.exitCode}`,
    `${(run.durationMs / 1000).toFixed(1)} s`,
    run.sandbox ?? 'not shut in',
  ];
  return [
    style(colour, FOUND[finding]) + (run.why === undefined ? '' : ` ${toPlainLine(run.why)}`),
    ...(run.command === '' ? [] : [style('dim', toPlainLine(how.filter(Boolean).join(', ')))]),
    ...(note ? [toPlainLine(note)] : []),
  ].join('\n');
}
