/** The inside of a JSON string, decoded only when somebody asks for it. */
export interface EscapedText {
  /** False where the text surely has no tab. */
  readonly mayHoldTabs: boolean;
  /** Undefined where the bytes are no JSON string. */
  readonly read: () => string | undefined;
}

/** @param bytes between the quotes; copied */
export function createEscapedText(bytes: Buffer): EscapedText {
  // A byte a character: as cheap as a copy of the bytes, and cleared away with other short-lived strings.
  const own = bytes.toString('latin1');
  let text: string | undefined | null = null;
  return {
    // A tab may also be written as \u0009.
    mayHoldTabs: own.includes('\\t') || own.includes('\\u0009'),
    read: () => (text === null ? (text = unescape(own)) : text),
  };
}

function unescape(latin: string): string | undefined {
  try {
    return JSON.parse(`"${Buffer.from(latin, 'latin1').toString('utf8')}"`) as string;
  } catch {
    return undefined;
  }
}
