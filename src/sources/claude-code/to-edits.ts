/** The changes a finished editing call really made. The structure of the result is the truth; the call's own input only where there is none. */
import type { EventOf } from '../../model/event.ts';
import type { Hunk } from '../../model/hunk.ts';
import type { EscapedText } from '../escaped-text.ts';
import type { FileTexts } from '../file-texts.ts';
import { toFields, toList, toOptionalText, toText, type Fields } from '../fields.ts';
import { applyHunks, limitHunks, toCreateHunks, toFragmentHunks } from '../to-hunks.ts';
import { listReplacements, replaceText } from './replace-text.ts';
import { restoreTabs } from './restore-tabs.ts';
import { editResultSchema, type EditResult } from './records/results/edit-result.ts';
import { notebookResultSchema } from './records/results/notebook-result.ts';

export interface EditChange extends Pick<EventOf<'edit'>, 'path' | 'change' | 'hunks' | 'humanModified' | 'before' | 'after'> {
  /** In the place of `before` and `after` where they have not been read yet. */
  readonly texts?: FileTexts;
}

const FILE_TOOLS = new Set(['Edit', 'MultiEdit', 'Write', 'Update']);

export const isEditTool = (tool: string): boolean => FILE_TOOLS.has(tool) || tool === 'NotebookEdit';

/** @param originalFile the file before, where it was taken out of the structure */
export function toEdits(tool: string, input: Fields, structure: unknown, originalFile?: EscapedText): EditChange[] {
  if (tool === 'NotebookEdit') return toNotebookEdits(input, structure);
  if (!FILE_TOOLS.has(tool)) return [];
  const result = editResultSchema.safeParse(structure).data;
  const edit = result ? toEditFromResult(result, input, originalFile) : toEditFromInput(tool, input);
  return edit.path === '' || (edit.hunks.length === 0 && edit.change === 'update') ? [] : [edit];
}

function toEditFromResult(result: EditResult, input: Fields, originalFile: EscapedText | undefined): EditChange {
  const hunks = (result.structuredPatch ?? []).map(toHunk);
  const content = result.content ?? toOptionalText(input['content']);
  const edit = { path: result.filePath, change: 'update', humanModified: result.userModified || undefined } as const;
  if (originalFile && hunks.length > 0 && !originalFile.mayHoldTabs && !writesTabs(input, content))
    return { ...edit, hunks: limitHunks(hunks), texts: toLazyTexts(result, input, { hunks, content, originalFile }) };
  const before = originalFile ? originalFile.read() : (result.originalFile ?? result.originalFileContents ?? undefined);
  const isCreated = result.type === 'create' || (result.type == null && before === undefined && hunks.length === 0 && content !== undefined);
  if (isCreated) return { ...edit, change: 'create', hunks: toCreateHunks(content ?? ''), before: '', after: content };
  const own = before === undefined ? undefined : toOwnLines(hunks, before, result.userModified ? undefined : (content ?? replaceText(before, input)));
  return { ...edit, hunks: hunks.length > 0 ? limitHunks(own?.hunks ?? hunks) : toInputHunks(input), before, after: own?.after ?? content };
}

const writesTabs = (input: Fields, content: string | undefined): boolean =>
  content !== undefined ? content.includes('\t') : listReplacements(input).some((edit) => toText(edit['new_string']).includes('\t'));

interface UnreadEdit {
  readonly hunks: readonly Hunk[];
  readonly content: string | undefined;
  readonly originalFile: EscapedText;
}

function toLazyTexts({ userModified }: EditResult, input: Fields, { hunks, content, originalFile }: UnreadEdit): FileTexts {
  return {
    before: originalFile.read,
    after() {
      const before = originalFile.read();
      const wished = before === undefined || userModified ? undefined : (content ?? replaceText(before, input));
      return (before === undefined ? undefined : toOwnLines(hunks, before, wished)?.after) ?? content;
    },
  };
}

/** The hunks in the file's own lines, and the file after them. The person may have changed what the input asked for: then the patch is followed. */
function toOwnLines(hunks: readonly Hunk[], before: string, wished: string | undefined): { hunks: Hunk[]; after: string | undefined } | undefined {
  // Without tabs the patch's lines are the file's own already.
  if (wished !== undefined && !before.includes('\t') && !wished.includes('\t')) return { hunks: [...hunks], after: wished };
  const asWished = wished === undefined ? undefined : restoreTabs(hunks, before, wished);
  if (asWished) return { hunks: asWished, after: wished };
  const asPatched = restoreTabs(hunks, before, undefined);
  return asPatched && { hunks: asPatched, after: applyHunks(before, asPatched) };
}

/** "\ No newline at end of file" is a remark of the diff, not a line. */
const toHunk = (hunk: Hunk): Hunk => ({ ...hunk, lines: hunk.lines.filter((line) => line[0] !== '\\').map((line) => (line === '' ? ' ' : line)) });

/** Sub-agents' results come without structure: whether a Write replaced a file is then unknown, and it counts as its creation. */
function toEditFromInput(tool: string, input: Fields): EditChange {
  const path = toText(input['file_path']);
  if (tool === 'Write') {
    const content = toText(input['content']);
    return { path, change: 'create', hunks: toCreateHunks(content), after: content };
  }
  return { path, change: 'update', hunks: toInputHunks(input) };
}

function toInputHunks(input: Fields): Hunk[] {
  return limitHunks(listReplacements(input).flatMap((edit) => toFragmentHunks(toText(edit['old_string']), toText(edit['new_string']))));
}

function toNotebookEdits(input: Fields, structure: unknown): EditChange[] {
  const result = notebookResultSchema.safeParse(structure).data ?? {};
  const path = result.notebook_path ?? toText(input['notebook_path']);
  if (path === '' || result.error) return [];
  const mode = result.edit_mode ?? toText(input['edit_mode']);
  const before = result.original_file ?? undefined;
  const oldSource = mode === 'insert' ? '' : findCellSource(before, result.cell_id ?? toText(input['cell_id']));
  const newSource = mode === 'delete' ? '' : (result.new_source ?? toText(input['new_source']));
  return [{ path, change: 'update', hunks: toFragmentHunks(oldSource, newSource), before, after: result.updated_file ?? undefined }];
}

/** The source of one notebook cell; '' where the notebook or the cell is not there. */
function findCellSource(notebook: string | undefined, cellId: string): string {
  if (notebook === undefined) return '';
  let cells: readonly unknown[];
  try {
    cells = toList(toFields(JSON.parse(notebook))['cells']);
  } catch {
    return ''; // a notebook that is not JSON has no cell to compare with
  }
  const cell = cells.map(toFields).find((candidate) => candidate['id'] === cellId);
  const source = cell?.['source'];
  return Array.isArray(source) ? source.map(toText).join('') : toText(source);
}
