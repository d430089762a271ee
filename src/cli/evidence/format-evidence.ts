import { ACTIVITY_NAMES } from '../../model/activity-names.ts';
import type { CheckedEvidence, EvidenceState } from '../../app/growth/evidence/check-evidence.ts';
import type { SuggestedEvidence } from '../../app/growth/evidence/suggest-evidence.ts';
import type { Terminal } from '../terminal.ts';
import { toPlainLine } from '../text/to-plain.ts';

const STATE_WORDS: Readonly<Record<EvidenceState, string>> = {
  same: 'as it was linked',
  changed: 'changed since it was linked',
  gone: 'no longer there',
  elsewhere: 'its repository is not on this machine',
  address: 'an address; nobody looked',
};
const SHORT_HASH = 10;

/** One thing that is linked: what, where, what git calls it, and why. */
export function formatEvidence({ evidence, state }: CheckedEvidence, { style }: Pick<Terminal, 'style'>): string[] {
  const { id, activity, kind, repository, ref, hash, note } = evidence;
  const facts = [repository, ...(hash === null ? [] : [hash.slice(0, SHORT_HASH)]), STATE_WORDS[state], id];
  return [
    `${style('cyan', activity)} ${ACTIVITY_NAMES[activity]}: ${kind} ${toPlainLine(ref)}`,
    style('dim', `    ${facts.map(toPlainLine).join(' · ')}`),
    ...(note === '' ? [] : [`    ${toPlainLine(note)}`]),
  ];
}

/** A suggestion, as the command that links it. */
export const formatCandidate = ({ kind, ref, repository, at }: SuggestedEvidence): string =>
  `rounds evidence add --${kind} ${toShellWord(toPlainLine(ref))}    ${toPlainLine(repository)}${at === null ? '' : `, ${at.slice(0, 10)}`}`;

const toShellWord = (text: string): string => (/^[\w./+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`);
