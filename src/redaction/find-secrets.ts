/** Everything that must not be shared in one text: looked for as it stands, decoded, and with its cut pieces glued. */
import { findAskedFor } from './detectors/asked-for.ts';
import { findCodeArguments } from './detectors/code-arguments.ts';
import { findCommandFlags } from './detectors/command-flags.ts';
import { findCredentialFiles } from './detectors/credential-files.ts';
import { findHeadersAndCookies } from './detectors/headers-and-cookies.ts';
import { createHexDumpFinder } from './detectors/hex-dumps.ts';
import type { AsyncDetector } from './detectors/load-secretlint.ts';
import { findNamedValues } from './detectors/named-values.ts';
import { findOneTimeSeeds } from './detectors/one-time-seeds.ts';
import { findPairedValues } from './detectors/paired-values.ts';
import { findEmails, findHomeNames } from './detectors/personal-data.ts';
import { findPrefixedTokens } from './detectors/prefixed-tokens.ts';
import { findPrivateKeys } from './detectors/private-keys.ts';
import { findRecoveryWords } from './detectors/recovery-words.ts';
import { findTableSecrets } from './detectors/tables.ts';
import { findToldInWords } from './detectors/told-in-words.ts';
import { findUrlCredentials } from './detectors/url-credentials.ts';
import { createWrappedFinder } from './detectors/wrapped-base64.ts';
import type { Detector, Match } from './match.ts';
import { mergeMatches } from './merge-matches.ts';
import { isPlaceholder } from './values/is-placeholder.ts';
import { decodeEscapes } from './views/decode-escapes.ts';
import { joinPieces, type JoinedView } from './views/join-pieces.ts';
import { stripControls } from './views/strip-controls.ts';
import type { TextView } from './views/text-view.ts';
import { windowsAround, type Span } from './views/windows.ts';

export interface RedactionOptions {
  /** E-mail addresses; true when absent. */
  readonly emails?: boolean;
  /** The person's name in the path of a home folder; true when absent. */
  readonly homePaths?: boolean;
}

const findWith =
  (...detectors: readonly Detector[]): Detector =>
  (text) =>
    detectors.flatMap((find) => find(text));

/** Secrets whose own form gives them away. */
const findSure = findWith(findPrivateKeys, findPrefixedTokens, findUrlCredentials);
/** Secrets that something beside them names. */
const findNamed = findWith(findHeadersAndCookies, findCredentialFiles, findCommandFlags, findNamedValues, findPairedValues, findTableSecrets);
/** Secrets told apart by their place in a line, a call or a sentence; a text with its pieces glued has no such places. */
const findPlaced = findWith(findAskedFor, findCodeArguments, findToldInWords, findRecoveryWords, findOneTimeSeeds);
/** From the surest to the widest. */
const findPlainSecrets = findWith(findSure, findNamed, findPlaced);
const findWrapped = findWith(createWrappedFinder(findPlainSecrets), createHexDumpFinder(findPlainSecrets));

/** How far around an escape its decoded text is looked at; the rest reads as it stands. */
const DECODED_REACH = 300;

const findInWindow = (text: string, { start, end }: Span): Match[] => {
  const part = text.slice(start, end);
  return [...findPlainSecrets(part), ...findWrapped(part)].map((match) => ({ kind: match.kind, start: match.start + start, end: match.end + start }));
};

export async function findSecrets(text: string, options: RedactionOptions, secretlint: AsyncDetector): Promise<Match[]> {
  const visible = stripControls(text);
  const seen = visible?.text ?? text;
  const decoded = decodeEscapes(seen);
  const read = decoded?.text ?? seen;
  const joined = joinPieces(read);

  const inSeen = [...findPlainSecrets(seen), ...findWrapped(seen)];
  const inRead = decoded ? windowsAround(read, decoded.decoded, DECODED_REACH).flatMap((window) => findInWindow(read, window)) : [];
  const inJoined = joined ? findCutSecrets(joined) : [];
  const toSeen = (matches: readonly Match[]) => matches.map((match) => through(match, decoded));
  const own = [...inSeen, ...toSeen([...inJoined, ...inRead])];
  const secrets = [...own, ...leaveNarrower(own, leaveExamples(seen, await secretlint(seen)))];
  const personal = [...findPersonal(seen, options), ...(decoded ? toSeen(findEmailsIn(read, options)) : [])];
  return [...secrets, ...leaveApart(secrets, personal)].map((match) => through(match, visible));
}

/** `xoxb-your-token`, `ghp_XXXX…`: secretlint goes by the form alone. */
const leaveExamples = (text: string, wide: readonly Match[]): Match[] =>
  wide.filter(({ start, end }) => {
    const [, tail] = /^[a-z0-9]{2,6}[_-]([\w-]{3,200})$/.exec(text.slice(start, end)) ?? [];
    return tail === undefined || !isPlaceholder(tail);
  });

/** secretlint marks names and hosts together with their secret; where we found the secret itself within, the rest can stay. */
function leaveNarrower(own: readonly Match[], wide: readonly Match[]): Match[] {
  if (wide.length === 0) return [];
  const merged = mergeMatches(own);
  let next = 0;
  return [...wide]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      while ((merged[next]?.end ?? Infinity) <= start) next += 1;
      const inside = merged[next];
      return !(inside && inside.start >= start && inside.end <= end);
    });
}

/** In paths and names, where a wide net would tear what records are joined by. */
export function findInKeys(text: string, { homePaths = true }: RedactionOptions): Match[] {
  return [...findSure(text), ...(homePaths ? findHomeNames(text) : [])];
}

const findEmailsIn = (text: string, { emails = true }: RedactionOptions): Match[] => (emails ? findEmails(text) : []);

function findPersonal(text: string, options: RedactionOptions): Match[] {
  return [...findEmailsIn(text, options), ...(options.homePaths === false ? [] : findHomeNames(text))];
}

/** The password and host of an address read like a mailbox. */
function leaveApart(secrets: readonly Match[], personal: readonly Match[]): Match[] {
  const merged = mergeMatches(secrets);
  let next = 0;
  return [...personal]
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }) => {
      while ((merged[next]?.end ?? Infinity) <= start) next += 1;
      return (merged[next]?.start ?? Infinity) >= end;
    });
}

function findCutSecrets({ text, toCutSecret }: JoinedView): Match[] {
  const toWhole = (matches: readonly Match[], isSure: boolean): Match[] =>
    matches.flatMap(({ kind, start, end }) => {
      const span = toCutSecret(start, end, isSure);
      return span ? [{ kind, ...span }] : [];
    });
  return [...toWhole([...findSure(text), ...findWrapped(text)], true), ...toWhole(findNamed(text), false)];
}

const through = (match: Match, view: TextView | undefined): Match => (view ? { kind: match.kind, ...view.toBase(match.start, match.end) } : match);
