/* oxlint-disable no-control-regex -- control characters are what is looked for here */
// Escape sequences of terminals (ECMA-48): CSI, then OSC, DCS and the like up to their end, then the two-character ones.
const SEQUENCES =
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -~]?/g;
// C0 but tab and newline, DEL, C1; marks that reorder or hide text.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text of a transcript as a terminal may show it: nothing in it moves the cursor, colours, links or reorders. */
export function toPlain(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(SEQUENCES, '').replace(CONTROLS, '');
}

/** The same on one line. */
export function toPlainLine(text: string): string {
  return toPlain(text).replaceAll(/\s+/g, ' ').trim();
}

/** JSON without a byte a terminal would act on: JSON itself escapes only the first 32. */
export function toSafeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(
    /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
