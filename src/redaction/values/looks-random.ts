/** Tells drawn characters from written ones by how often neighbours change class: names change class at word borders only. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** Agents' and services' own ids of calls, messages and requests. */
const TRANSCRIPT_ID =
  /^(?:toolu|tool|call|msg|req|resp|rs|fc|run|thread|item|chatcmpl|cmpl|asst|step|ses|prt|evt|cus|pi|price|prod|sub|acct|in|ch|usr|user|org|proj|prj|dpl|team|file|batch|srvtoolu|request|event|trace|span|session|agent|snap|vol|subnet|sg|vpc|ami|igw|rtb|eni)[_-][A-Za-z0-9_-]+$/;

type CharacterClass = 'lower' | 'upper' | 'digit' | 'other';

function classOf(code: number): CharacterClass {
  if (code >= 97 && code <= 122) return 'lower';
  if (code >= 65 && code <= 90) return 'upper';
  return code >= 48 && code <= 57 ? 'digit' : 'other';
}

export const isUuid = (value: string): boolean => UUID.test(value);

export const isTranscriptId = (value: string): boolean => TRANSCRIPT_ID.test(value);

interface Texture {
  readonly lower: number;
  readonly upper: number;
  readonly digit: number;
  /** Neighbours of different class, per pair of neighbours. */
  readonly changes: number;
}

function toTexture(value: string): Texture {
  const counts = { lower: 0, upper: 0, digit: 0, other: 0 };
  let changes = 0;
  let previous: CharacterClass | undefined;
  for (let index = 0; index < value.length; index += 1) {
    const current = classOf(value.charCodeAt(index));
    counts[current] += 1;
    if (previous !== undefined && current !== previous) changes += 1;
    previous = current;
  }
  return { lower: counts.lower, upper: counts.upper, digit: counts.digit, changes: changes / Math.max(1, value.length - 1) };
}

/**
 * Whether a value reads as drawn from an alphabet. Random base62 changes class at 61 % of its neighbours, base36 at 40 %,
 * hexadecimal at 47 %; camelCase identifiers stay under 35 % and rarely hold digits within.
 */
export function looksRandom(value: string, minLength = 16): boolean {
  if (value.length < minLength || /\s/.test(value)) return false;
  const { lower, upper, digit, changes } = toTexture(value);
  if (digit === 0) {
    const letters = value.replaceAll(/[^A-Za-z]/g, '');
    return lower > 0 && upper > 0 && letters.length >= value.length * 0.75 && toTexture(letters).changes >= 0.42;
  }
  if (lower > 0 && upper > 0) return changes >= 0.32;
  // One case and digits: hexadecimal or base32 and base36; separators make it a name unless a part is long enough alone.
  const longest = Math.max(...value.split(/[^A-Za-z0-9]/).map((part) => part.length));
  return longest >= Math.min(minLength, 20) && digit >= 2 && changes >= 0.2;
}

/** Whether a piece of a cut secret reads as one: short pieces cannot show much. */
export function looksLikePiece(piece: string): boolean {
  if (piece.length >= 12) return looksRandom(piece, 12);
  const { lower, upper, digit, changes } = toTexture(piece);
  return digit > 0 ? lower + upper > 0 : lower > 0 && upper > 0 && changes >= 0.3 && !/^[A-Z]?[a-z]+$|^[a-z]*(?:[A-Z][a-z]{2,}){2,}$/.test(piece);
}
