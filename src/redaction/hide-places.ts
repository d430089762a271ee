/** Takes the owner's folders out of texts: paths in the repository become relative, paths elsewhere lose everything but their last name. */
import type { TextClass } from './map-fields.ts';

export interface OwnPlaces {
  /** Roots of the repository's work trees, or the session's folder where the repository is not known. */
  readonly roots: readonly string[];
  readonly home: string;
}

const OUTSIDE = '[outside]';
const BEFORE = String.raw`(?<![\w.\\-])(?:file:\/\/)?`;
const NAME = String.raw`[^\s"'\`<>|:;,()\[\]{}$&*?\\/]`;
/** Folders of people, and those where programs put what is in passing. */
const PERSONAL = new RegExp(
  `${BEFORE}(?:/(?:private/)?(?:home|Users|root|tmp|var/tmp|var/folders|mnt|media|Volumes)(?:/${NAME}+)+|[A-Za-z]:\\\\{1,2}(?:Users|Temp)(?:\\\\{1,2}${NAME}+)+)[\\\\/]?`,
  'g',
);
const PERSONAL_OR_HOME = new RegExp(`${PERSONAL.source}|${BEFORE}~(?:/${NAME}+)+`, 'g');
const ABSOLUTE = /^(?:\/|~|[A-Za-z]:[\\/])/;

export type PlaceCover = (text: string, kind: TextClass) => string;

/** Lines of code keep every path but the owner's own: there a path may be what the code is about. */
export function createPlaceCover({ roots, home }: OwnPlaces): PlaceCover {
  // A folder in another: the outer one is looked for first, so that paths are relative to the repository.
  const inside = roots
    .filter(isTelling)
    .toSorted((a, b) => a.length - b.length)
    .map(toPattern);
  const outside = isTelling(home) ? toPattern(home) : null;
  return (text, kind) => {
    let shown = inside.reduce((left, pattern) => left.replaceAll(pattern, (_, slash: string | undefined) => (slash ? '' : '.')), text);
    if (kind === 'key') return ABSOLUTE.test(shown) ? toOutside(shown) : shown;
    if (outside) shown = shown.replaceAll(outside, (_, slash: string | undefined) => `~${slash ? '/' : ''}`);
    return kind === 'line' ? shown : shown.replaceAll(PERSONAL_OR_HOME, toOutside);
  };
}

/** `/` and the like would take every path apart. */
const isTelling = (folder: string): boolean => folder.split(/[\\/]/).filter(Boolean).length > 0 && folder.length > 3;

const toOutside = (path: string): string => {
  const last = path.split(/[\\/]/).findLast(Boolean);
  return last === undefined || last === '~' ? OUTSIDE : `${OUTSIDE}/${last}`;
};

/** A folder with or without what follows it; in JSON and in shells backslashes are written twice. */
function toPattern(folder: string): RegExp {
  const names = folder
    .split(/[\\/]/)
    .filter(Boolean)
    .map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`));
  const start = folder.startsWith('/') ? '/' : '';
  const separator = start ? '/' : String.raw`(?:\\{1,2}|/)`;
  return new RegExp(`${BEFORE}${start}${names.join(separator)}(?:(${separator})|(?![\\w.-]))`, start ? 'g' : 'gi');
}
