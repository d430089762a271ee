/** `_**User (2026-06-29 15:25:44Z)**_`, `_**Agent - sidechain (some-model 2026-06-29 15:25:48Z)**_`; older ones without model, time or brackets. */
export interface TurnMarker {
  readonly role: 'user' | 'agent';
  readonly isSidechain: boolean;
  readonly model?: string;
  readonly at: string | null;
}

const MARKER = /^_\*\*(User|Agent|Assistant)( - sidechain)?(?: \(([^()\n]{1,200}(?:\([^()]*\)[^()]*)?)\))?\*\*_\s*$/;
const TIME = /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?$/;

export function parseTurnMarker(line: string): TurnMarker | undefined {
  if (!line.startsWith('_**')) return undefined;
  const match = MARKER.exec(line);
  if (!match) return undefined;
  const about = match[3] ?? '';
  const time = TIME.exec(about);
  const model = (time ? about.slice(0, time.index) : about).trim();
  return { role: match[1] === 'User' ? 'user' : 'agent', isSidechain: match[2] !== undefined, model: model || undefined, at: toZonedInstant(time) };
}

/** The instant with which a text ends. */
export const toInstantOf = (text: string): string | null => toZonedInstant(TIME.exec(text));

/** Null where the zone is not written: what hour it was is then unknown. */
function toZonedInstant(time: RegExpExecArray | null): string | null {
  if (!time || time[3] === undefined) return null;
  const zone = time[3].replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2');
  const date = new Date(`${time[1]}T${time[2]}${zone}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
