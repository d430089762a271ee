/** What the model asked for says which text went and came; what the editor did says where, and that it happened. */
import type { EditChange } from '../copilot-cli/to-edits.ts';
import { limitHunks, toFragmentHunks, toLines } from '../to-hunks.ts';
import type { TextEditGroupPart } from './records/response-parts.ts';
import { toPath } from './to-path.ts';

/** @param isDone the tool ended well, so that what it was asked for happened even where the editor's part is missing */
export function mergeTextEdits(asked: readonly EditChange[], groups: readonly TextEditGroupPart[], isDone: boolean): readonly EditChange[] {
  const done = isDone ? asked : asked.filter((edit) => groups.some((group) => toPath(group.uri) === edit.path));
  const unasked = groups.filter((group) => !asked.some((edit) => edit.path === toPath(group.uri)));
  return [...done.map((edit) => locate(edit, groups)), ...toGroupEdits(unasked)];
}

/** Line numbers for a change whose new text the editor put in at a known place. */
function locate(edit: EditChange, groups: readonly TextEditGroupPart[]): EditChange {
  const placed = groups.filter((group) => toPath(group.uri) === edit.path).flatMap((group) => group.edits.flat());
  const hunks = edit.hunks.map((hunk) => {
    if (hunk.oldStart > 0 || hunk.newStart > 0) return hunk;
    const added = hunk.lines.filter((line) => line[0] === '+').map((line) => line.slice(1));
    const start = placed.find(({ text, range }) => range.startColumn === 1 && toLines(text).join('\n') === added.join('\n'))?.range.startLineNumber;
    return start === undefined ? hunk : { ...hunk, oldStart: hunk.oldLines > 0 ? start : 0, newStart: hunk.newLines > 0 ? start : 0 };
  });
  return { ...edit, hunks };
}

/** Edits of which only the editor tells: the text that went is not kept, and a text put in its place has no certain line. */
export function toGroupEdits(groups: readonly TextEditGroupPart[]): EditChange[] {
  return groups.flatMap((group) => {
    const path = toPath(group.uri);
    const hunks = group.edits.flat().flatMap(({ text, range }) => toFragmentHunks('', text, isInsertion(range) ? range.startLineNumber : 0));
    return path === '' || hunks.length === 0 ? [] : [{ path, change: 'update' as const, hunks: limitHunks(hunks) }];
  });
}

const isInsertion = (range: TextEditGroupPart['edits'][number][number]['range']): boolean =>
  range.startLineNumber === range.endLineNumber && range.startColumn === range.endColumn && range.startColumn === 1;
