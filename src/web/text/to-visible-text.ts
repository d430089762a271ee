/**
 * Text of a transcript is hostile input. React keeps it text; this keeps it honest: what a reader sees is what is there.
 * Control characters, bidirectional overrides and invisible characters are spelled out instead of acting or hiding.
 * Plain colour sequences of terminals are dropped, because they carry nothing but colour.
 */
// oxlint-disable no-control-regex -- control characters are what is looked for
const COLOUR_SEQUENCE = /\u001b\[[0-9;:]*m/g;
const UNSEEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
// oxlint-enable no-control-regex

/** Names of the control characters from 0: few fonts draw their pictures. */
const CONTROLS = 'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(' ');

function spell(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return `‹${CONTROLS[code]}›`;
  if (code === 0x7f) return '‹DEL›';
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}

/** Returns the text with line breaks as `\n` and everything unseen spelled out. */
export function toVisibleText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(COLOUR_SEQUENCE, '').replace(UNSEEN, spell);
}
