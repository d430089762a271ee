import { BRACED, type CodeLanguage } from '../code-language.ts';
import type { CodePattern } from '../code-pattern.ts';

interface Directive {
  readonly regex: RegExp;
  /** Written as a comment; others are part of the code. */
  readonly inComment: boolean;
}

const SCRIPT_DIRECTIVE =
  /(@ts-(?:ignore|expect-error|nocheck)|(?:eslint|oxlint|biome|tslint|deno-lint|stylelint)-(?:disable|ignore)[\w-]*|(?:istanbul|c8|v8) ignore|NOSONAR|\$FlowFixMe)(?!\w)[ \t:]*(.*)/;
const PYTHON_DIRECTIVE =
  /#\s*(type:\s*ignore|noqa|pylint:\s*disable|pyright:\s*ignore|mypy:\s*ignore-errors|nosec|pragma:\s*no cover|ruff:\s*noqa|flake8:\s*noqa)\b[ \t:=]*(.*)/;
const directivesByLanguage: Partial<Record<CodeLanguage, readonly Directive[]>> = {
  ts: [{ regex: SCRIPT_DIRECTIVE, inComment: true }],
  tsx: [{ regex: SCRIPT_DIRECTIVE, inComment: true }],
  js: [{ regex: SCRIPT_DIRECTIVE, inComment: true }],
  python: [{ regex: PYTHON_DIRECTIVE, inComment: true }],
  go: [{ regex: /\/\/\s*(nolint|#nosec)\b:?(.*)/, inComment: true }],
  java: [
    { regex: /(@SuppressWarnings)\s*(\(.*)/, inComment: false },
    { regex: /(NOSONAR|CHECKSTYLE:OFF|NOPMD)(.*)/, inComment: true },
  ],
  csharp: [{ regex: /(#pragma warning disable|\[(?:assembly:\s*)?SuppressMessage)\b(.*)/, inComment: false }],
  rust: [{ regex: /#!?\[(allow)\s*(\(.*)/, inComment: false }],
  c: [{ regex: /(NOLINT\w*|cppcheck-suppress)(.*)/, inComment: true }],
  cpp: [{ regex: /(NOLINT\w*|cppcheck-suppress)(.*)/, inComment: true }],
};

/** A checker told to be quiet. `rules`: which ones it names; `reason`: what the author says why. */
export const suppressDirective: CodePattern = {
  id: 'suppress-directive',
  languages: ['ts', 'tsx', 'js', 'python', 'go', ...BRACED],
  sides: 'both',
  prefilter: /@ts-|-(?:disable|ignore)|ignore\b|NOSONAR|FlowFixMe|noqa|disable|nosec|no cover|nolint|NOLINT|Suppress|CHECKSTYLE|NOPMD|\[allow|suppress/,
  *find(code) {
    for (const { regex, inComment } of directivesByLanguage[code.language] ?? []) {
      const lines = inComment ? code.comments() : code.code();
      for (const index of code.changed) {
        const match = regex.exec(lines[index] ?? '');
        if (!match) continue;
        // A directive is the start of its comment; elsewhere it is being talked about.
        if (inComment && !/^[\s/*#{]*$/.test((lines[index] ?? '').slice(0, match.index))) continue;
        const raw = code.lines[index] ?? '';
        const rest = (inComment ? (match[2] ?? '') : raw.slice(match.index + (match[1] ?? '').length)).replace(/\*\/.*$/, '').trim();
        yield {
          start: index,
          end: index,
          text: raw.trim(),
          captures: { directive: (match[1] ?? '').replace(/\s+/g, ' '), ...splitReason(rest, match[1] ?? '', lines[index - 1] ?? '') },
        };
      }
    }
  },
};

/** Rule names come first, in brackets or as words with dashes; a reason follows `--`, `:` or `//`, or stands in the comment above. */
function splitReason(rest: string, directive: string, above: string): { rules: string; reason: string } {
  const justified = /\bJustification\s*=\s*"([^"]+)"/.exec(rest)?.[1];
  if (justified !== undefined) return { rules: rest, reason: justified };
  const cut = /\s--\s*|\s*\/\/\s*|\s+#\s*|\s+-\s+/.exec(rest);
  const rules = (cut ? rest.slice(0, cut.index) : rest).trim();
  const said = cut ? rest.slice(cut.index + cut[0].length).trim() : '';
  const isProse = directive.startsWith('@ts-') || directive.endsWith('ignore');
  if (isProse && said === '' && !rules.startsWith('[') && !rules.startsWith('(')) return { rules: '', reason: rules.length > 8 ? rules : reasonAbove(above) };
  return { rules, reason: said || reasonAbove(above) };
}

const reasonAbove = (comment: string): string => {
  const text = comment.replace(/^[\s/*#]+/, '').trim();
  return text.split(/\s+/).length >= 4 &&
    /because|since|need|ignor|typ(?:e|ing)s?\b|lint|librar|upstream|intention|safe|expect|false positive|on purpose|cannot|can't|does not|doesn't/i.test(text)
    ? text
    : '';
};
