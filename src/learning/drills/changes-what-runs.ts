import type { SgNode } from '@ast-grep/napi';

/** Nothing of these is there when the code runs. */
const IDLE: ReadonlySet<string> = new Set([
  'comment',
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'type_alias_declaration',
  'interface_declaration',
  'type_predicate_annotation',
  'ambient_declaration',
]);

/** Whether two texts differ in more than comments, layout and types alone. */
export const changesWhatRuns = (before: SgNode, after: SgNode): boolean => listRunning(before).join('\n') !== listRunning(after).join('\n');

/** Where a block ends is a word, too: in Python nothing else says it. */
function listRunning(node: SgNode): string[] {
  if (isIdle(node)) return [];
  const children = node.children();
  if (children.length === 0) return [node.text()];
  const words = children.flatMap(listRunning);
  return node.kind() === 'block' ? ['{', ...words, '}'] : words;
}

/** An exported type is idle with the word that exports it. */
function isIdle(node: SgNode): boolean {
  if (IDLE.has(String(node.kind()))) return true;
  return (
    node.kind() === 'export_statement' &&
    node.namedChildren().some((child) => child.kind() === 'type_alias_declaration' || child.kind() === 'interface_declaration')
  );
}
