const NEWLINE = 0x0a;

/** Kept bytes as lines without their line ends, the empty ones too. Each is valid as long as the pieces it came from. */
export function* readKeptLines(pieces: Iterable<Buffer>): Generator<Buffer> {
  let begun: Buffer[] = [];
  for (const bytes of pieces) {
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      const end = bytes.subarray(from, at);
      yield begun.length > 0 ? Buffer.concat([...begun, end]) : end;
      begun = [];
      from = at + 1;
    }
    if (from < bytes.length) begun.push(bytes.subarray(from));
  }
  if (begun.length > 0) yield Buffer.concat(begun);
}
