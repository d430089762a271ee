/** Loops over a collection: the statements, and the methods that call a function for every element. */
import type { CodeLanguage } from './code-language.ts';
import type { SgNode } from './code-pattern.ts';
import { isFunction, isScript } from './syntax.ts';

export interface CollectionLoop {
  readonly node: SgNode;
  /** What is gone through, as written, without white space. */
  readonly collection: string;
}

const EACH = /^(?:forEach|map|flatMap|filter|reduce|some|every|find|findIndex)$/;

/** A loop and what stands in it are rarely further apart, in characters. */
const MOST_BETWEEN = 1500;

/** A prefilter: something in the same run of changed lines as a loop that begins before it. */
export const inLoop = (something: string): RegExp =>
  new RegExp(String.raw`(?:\bfor(?:each)?\b|\.(?:forEach|map|flatMap|reduce|filter|some|every|find)\()[^\r]{0,${MOST_BETWEEN}}?(?:${something})`, 'm');

/** The loops over collections whose body the node stands in, nearest first, up to the function that is no loop's callback. */
export function enclosingLoops(node: SgNode, language: CodeLanguage): CollectionLoop[] {
  const loops: CollectionLoop[] = [];
  let from = node;
  for (const ancestor of node.ancestors()) {
    const collection = collectionOf(ancestor, from, language);
    if (collection !== null) loops.push({ node: ancestor, collection: squeeze(collection) });
    else if (isFunction(ancestor) && !isCallback(ancestor)) break;
    from = ancestor;
  }
  return loops;
}

/** The text of the collection where `ancestor` goes through one and `from` stands in what is done for each; else null. */
function collectionOf(ancestor: SgNode, from: SgNode, language: CodeLanguage): string | null {
  const kind = String(ancestor.kind());
  if (isScript(language)) {
    if (kind === 'for_in_statement') return isField(ancestor, 'body', from) ? (ancestor.field('right')?.text() ?? null) : null;
    if (kind === 'for_statement') return isField(ancestor, 'body', from) ? countedOver(ancestor.field('condition')?.text() ?? '') : null;
    if (kind !== 'call_expression' || from.kind() !== 'arguments') return null;
    const callee = ancestor.field('function');
    return callee?.kind() === 'member_expression' && EACH.test(callee.field('property')?.text() ?? '') ? (callee.field('object')?.text() ?? null) : null;
  }
  if (language === 'python') {
    if (kind === 'for_statement') return isField(ancestor, 'body', from) ? (ancestor.field('right')?.text() ?? null) : null;
    if (!kind.endsWith('_comprehension') && kind !== 'generator_expression') return null;
    const clause = ancestor.namedChildren().find((child) => child.kind() === 'for_in_clause');
    return from.kind() === 'for_in_clause' ? null : (clause?.field('right')?.text() ?? null);
  }
  if (kind !== 'for_statement' || !isField(ancestor, 'body', from)) return null;
  const [head] = ancestor.namedChildren();
  if (head?.kind() === 'range_clause') return head.field('right')?.text() ?? null;
  return head?.kind() === 'for_clause' ? countedOver(head.field('condition')?.text() ?? '') : null;
}

/** `i < list.length`, `i < len(list)`. */
function countedOver(condition: string): string | null {
  return /<=?\s*([\w.$]+)\.length\b/.exec(condition)?.[1] ?? /<=?\s*len\(([\w.]+)\)/.exec(condition)?.[1] ?? null;
}

const isField = (node: SgNode, name: string, child: SgNode): boolean => node.field(name)?.id() === child.id();

/** A function written where it is handed over is run by whoever it is handed to. */
const isCallback = (node: SgNode): boolean => node.parent()?.kind() === 'arguments';

export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** The name a chain begins with: `groups` of `groups.all().length`. */
export const rootOf = (text: string): string => /^[A-Za-z_$][\w$]*/.exec(text)?.[0] ?? '';

/** Whether the loop itself gives the name its value: its own variable, a parameter of its callback, something declared inside. */
export function isBoundIn(loop: SgNode, name: string, language: CodeLanguage): boolean {
  if (name === '' || name === 'this' || name === 'self') return false;
  const word = escape(name);
  const text = loop.text();
  if (isScript(language))
    return new RegExp(
      `\\b(?:const|let|var)\\s+(?:[\\[{][^=;]*?\\b)?${word}\\b|(?:\\(|,|\\.\\.\\.|\\{|\\[)\\s*${word}\\b[^()]*\\)?\\s*=>|\\b${word}\\s*=>`,
    ).test(text);
  if (language === 'python') return new RegExp(`\\bfor\\s[^:\\n]*?\\b${word}\\b[^:\\n]*?\\bin\\b|^\\s*${word}\\s*=[^=]|\\bas\\s+${word}\\b`, 'm').test(text);
  return new RegExp(`\\b${word}\\b[\\w, ]*:=`).test(text);
}

const escape = (name: string): string => name.replaceAll('$', '\\$');
