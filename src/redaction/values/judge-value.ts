/** Judges a value by the name it stands under, or by its own look. */
import { namesIdentity, namesSession, type NameClass } from './classify-name.ts';
import { isPlaceholder } from './is-placeholder.ts';
import { isTranscriptId, isUuid, looksRandom } from './looks-random.ts';
import type { Value } from './read-value.ts';

/** Whether what stands under a name of this class is a secret. @param text the text that the value was read from */
export function isSecretValue(nameClass: NameClass, name: string, value: Value, text: string): boolean {
  const { text: content, quoted } = value;
  if (nameClass !== 'neutral' && isWordList(content)) return true;
  if (content.length < 4 || isPlaceholder(content) || isTranscriptId(content) || /^\s|\s{2}/.test(content)) return false;
  if (
    /^(?:https?|file|data|git|ssh):|^[./~\\]{1,3}[\w-]+\/|^[A-Za-z]:\\/.test(content) &&
    !/[?&]/.test(content) &&
    !looksRandom(content.replaceAll('/', ''), 24)
  )
    return false;
  if (!quoted && isCode(content, text, value.end)) return false;
  if (nameClass === 'password')
    return isPassword(content, quoted) || (/^[A-Z][A-Z0-9_]+$/.test(name) && text[value.start - 1] === '=' && /^[a-z]{6,40}$/.test(content));
  if (namesSession(name)) return !isUuid(content) && !/^\d{4}-\d\d-\d\d/.test(content) && looksRandom(content, 16);
  if (nameClass === 'key') return isDrawn(content);
  return (
    content.length >= 24 && looksRandom(content, 24) && !namesIdentity(name) && !isUuid(content) && !/^[a-f0-9]+$/i.test(content) && !/[/\\.:]/.test(content)
  );
}

/** A digit within a word and both cases: members of objects are not named so. */
const isMixed = (content: string): boolean => /\d[A-Za-z]/.test(content) && /[A-Z]/.test(content) && looksRandom(content, 12);

/** An expression, not a literal: calls, members, types, arithmetic. */
function isCode(content: string, text: string, end: number): boolean {
  if (/^[A-Za-z_$][\w$]*(?:(?:\?\.|\.|::)[A-Za-z_$][\w$]*)+$/.test(content) && !looksRandom(content, 20) && !isMixed(content)) return true;
  if (hasManyMarks(content)) return false;
  if (/[A-Za-z_$]\($|\(\)|\w\[|^[([{]|^[&*!]+[A-Za-z_.]*$/.test(content) || (text[end] === '(' && /\w$/.test(content))) return true;
  return /\w\(.*/.test(content) && !/[!@#%^]/.test(content);
}

/** Seed phrase of a wallet: 12 to 24 words (BIP 39). */
const isWordList = (content: string): boolean => /^(?:[a-z]{3,8} ){11,23}[a-z]{3,8}$/.test(content);

const SENTENCE =
  /\b(?:must|least|your|enter|the|is|are|at|be|of|and|or|for|to|please|required|characters|invalid|wrong|incorrect|forgot|confirm|new|old|reset|should|cannot|not|with|in|on|a|an)\b|[(){}=$<>]/i;

/** What stands where a password does, and is no word of code or prose. */
export function isPassword(content: string, quoted: boolean): boolean {
  if (/\s/.test(content)) return quoted && /\d/.test(content) && content.length >= 10 && content.length <= 60 && !SENTENCE.test(content);
  if (/^\d{1,5}$/.test(content)) return false;
  if (/^[a-z]{16,40}$/.test(content)) return true;
  // Names of tests, modules and files: words put together.
  if (/^[A-Za-z]+\d{0,2}(?:[/_.:]{1,2}[A-Za-z]+\d{0,2})+(?:[/_.:-]{1,2}[A-Za-z\d]+)*$/.test(content) && !looksRandom(content, 12)) return false;
  // One bare word is a type, a variable, a label or an enum member as often as it is a password.
  if (/^[A-Za-z_$][A-Za-z_$]*$/.test(content)) return content.length >= 12 && looksRandom(content, 12);
  if (/^[A-Z][a-z]+$|^[a-z]+(?:[A-Z][a-z]+)+\d?$|^[a-z]+(?:_[a-z]+)+\d?$/.test(content)) return false;
  return content.length >= 6 && (/\d/.test(content) || /[^A-Za-z0-9]/.test(content));
}

/** Drawn from letters, digits and marks, as frameworks draw the keys they put into a new project; code holds fewer of both. */
const hasManyMarks = (content: string): boolean =>
  content.length >= 20 && (content.match(/[!@#$%^&*]/g)?.length ?? 0) >= 3 && (content.match(/\d/g)?.length ?? 0) >= 3;

/** A value under a name such as API_KEY: drawn characters, an id in a form of its own, or a passphrase with every sort of character. */
export function isDrawn(content: string): boolean {
  if (content.length < 8 || /\s/.test(content)) return false;
  if (isUuid(content) || looksRandom(content, 16)) return true;
  const sorts = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((sort) => sort.test(content)).length;
  if (/^[a-z]+(?:[-_.:/][a-z0-9]+)*$/i.test(content) && !looksRandom(content, 12))
    return isNumberedPassphrase(content) || (/^(?:[a-z]{3,10}-){3,}[a-z0-9]{2,10}$/.test(content) && content.length >= 24);
  if (hasManyMarks(content)) return true;
  return sorts >= 3 && content.length >= 10 && /\d/.test(content) && !/[(){}[\]]/.test(content);
}

const DASHED_WORDS = /^[A-Za-z]{4,12}(?:-[a-z]{4,12}){2,5}$/;
const NAMES_A_PLACE = /[/\\]|:\/|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}(?::\d+)?$|^[^@\s]+@[\w-]+\.[\w.-]+$|^\d[\d.:,-]*$/;

/** A made-up or drawn password told by its look alone: a digit within a word, an odd mark, or both cases and digits. Where something asks for a password just before, this is enough. */
export function readsAsPassword(value: string): boolean {
  if (value.length < 8 || value.length > 128 || /\s/.test(value) || isPlaceholder(value) || isTranscriptId(value) || isUuid(value)) return false;
  if (looksRandom(value, 12) && !/^[a-f0-9]+$|[()<>{}]/.test(value)) return !NAMES_A_PLACE.test(value) || looksRandom(value, 20);
  if (NAMES_A_PLACE.test(value) || /[()<>{}[\]"'`=,;|]/.test(value)) return false;
  if (!/\d/.test(value) || !/[A-Za-z]/.test(value) || /^v?\d+\.|^[A-Z]+-\d+$/.test(value)) return false;
  return /[A-Za-z]\d[A-Za-z]|[!@#$%^&*?~+]/.test(value) || (/[A-Z]/.test(value) && /[a-z]/.test(value));
}

/** Three and more words with dashes between: a passphrase where a password is given, a name of something anywhere else. */
export const isPassphrase = (value: string): boolean => (DASHED_WORDS.test(value) && !isPlaceholder(value)) || isNumberedPassphrase(value);

/** Three words and more and a number, as password makers put them together. */
export const isNumberedPassphrase = (value: string): boolean => /^(?:[A-Za-z][a-z]{2,11}-){3,6}\d{2,6}$/.test(value) && !isPlaceholder(value);
