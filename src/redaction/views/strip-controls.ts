import { viewReplacing, type TextView } from './text-view.ts';

// Terminal colours, cursor moves and titles (ECMA-48), then lone control bytes, soft hyphens and zero-width characters: all of them can hide inside a token.
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex
  /\u001B\[[0-9;?]{0,32}[@-~]|\u001B\][^\u0007\u001B]{0,512}(?:\u0007|\u001B\\)|[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2064\uFEFF]/g;

/** The text without what a terminal does not print, or undefined where there is none of it. */
export const stripControls = (text: string): TextView | undefined => viewReplacing(text, INVISIBLE, () => '');
