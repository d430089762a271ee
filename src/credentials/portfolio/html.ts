/* oxlint-disable no-control-regex -- control characters are what is looked for here */
/** HTML in which every text is text. Only what `html` itself made goes in as it is. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Html[];

/** Values are escaped, HTML made by this function is not: there is no way to put a text in unescaped. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { markup: fixed.map((text, index) => text + toMarkup(parts[index] ?? '')).join('') };
}

function toMarkup(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('');
}

// C0 but tab and line breaks, DEL, C1; marks that reorder or hide text; half of a surrogate pair.
const UNSHOWABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\p{Surrogate}/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' };

/** Safe between tags and within quoted attributes; what cannot be seen is left out. */
function escapeHtml(text: string): string {
  return text.replaceAll(UNSHOWABLE, '').replaceAll(/[&<>"'`]/g, (char) => ENTITIES[char] ?? '');
}
