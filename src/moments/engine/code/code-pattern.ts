import type { SgNode } from '@ast-grep/napi';
import type { CodeLanguage } from './code-language.ts';

export type { SgNode };

/** One side of an edit as patterns see it: a whole file, or the hunk's own lines where the file is not at hand. */
export interface CodeText {
  readonly language: CodeLanguage;
  readonly path: string;
  readonly side: 'added' | 'removed';
  /** False for a fragment: what stands around it is unknown. */
  readonly whole: boolean;
  readonly lines: readonly string[];
  /** Same lines without comments and string contents. */
  readonly code: () => readonly string[];
  /** Same lines, comments only. */
  readonly comments: () => readonly string[];
  /** 0-based indexes of the lines this edit changed, ascending. */
  readonly changed: readonly number[];
  /** Whether the edit changed a line from `start` to `end` (0-based), or took lines away between two of them. */
  readonly meets: (start: number, end: number) => boolean;
  /** Syntax nodes of these kinds that meet the changed lines and stand in no syntax error. Empty where the text cannot be parsed. */
  readonly nodes: (kinds: readonly string[], options?: { readonly regex?: string }) => readonly CodeNode[];
}

/** A node with its 0-based lines in the `CodeText`. */
export interface CodeNode {
  readonly node: SgNode;
  readonly start: number;
  readonly end: number;
  /** It goes on beyond the fragment: what closes it was only put there for the parser. */
  readonly cut: boolean;
}

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly captures?: Readonly<Record<string, string>>;
}

/** A kind of code worth knowing about, as data: where it applies, what must be in a changed line at all, and how to be sure. */
export interface CodePattern {
  readonly id: string;
  readonly languages: readonly CodeLanguage[];
  /** What is reported: what an edit brings in, both sides, or what it takes away and then, to compare, what it brings in. */
  readonly sides: 'added' | 'both' | 'removed-first';
  /** Tested against the changed lines before anything is parsed. */
  readonly prefilter: RegExp;
  /** Must also be in a changed line, where the prefilter alone would hit too often or take long; asked first. */
  readonly alongside?: RegExp;
  /** Only looked for in files whose path names a test, or in no such file. */
  readonly files?: 'tests' | 'other';
  /** Only looked for in files whose path fits. */
  readonly paths?: RegExp;
  /** Also looked for where such lines were taken away behind one that the prefilter hits, since what is left may be the pattern. */
  readonly afterRemoval?: RegExp;
  readonly find: (code: CodeText) => Iterable<Found>;
}

export const toFound = ({ node, start, end }: CodeNode, captures?: Readonly<Record<string, string>>): Found => ({ start, end, text: node.text(), captures });
