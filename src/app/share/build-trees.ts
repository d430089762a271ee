import { problem, type Problem } from '../../model/problem.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import type { ShareChoices, ShareTree } from '../../model/api/share.ts';
import type { Case } from '../../model/case.ts';
import { SOUND_KIND } from '../../model/kind.ts';
import type { Moment } from '../../model/moment.ts';
import type { SharedTree } from '../../model/team/shared-case.ts';
import { MAX_ARCHIVE_BYTES } from '../../model/team/tree-archive.ts';
import type { CodeSource } from '../../journal/shared-cases-table.ts';
import type { App } from '../app.ts';
import { chooseState, findCommit, type CodeState } from './tree/choose-state.ts';
import { findCode, type CodePlace } from './tree/find-code.ts';
import { readTreeFiles, type TreeFiles } from './tree/read-tree-files.ts';
import type { RedactedTree } from './tree/redact-tree.ts';
import { toFileLines } from './list-redactions.ts';

/** The files of a state, before redaction. */
export interface ReadTree {
  readonly place: CodePlace;
  readonly state: CodeState;
  readonly files: TreeFiles;
}

export interface ReadTrees {
  readonly tree: ReadTree | null;
  readonly fix: ReadTree | null;
  /** Why there is no tree. */
  readonly noTree: string | null;
}

export interface TreesRequest {
  readonly moment: Moment;
  readonly derivation: number;
  readonly session: { readonly cwd?: string | undefined; readonly branch?: string | undefined };
  readonly framed: Case;
  readonly choices: ShareChoices;
}

/** The code at the decision, and that which mended it. What the owner asked for and cannot be had is a failure; what is only proposed is not. */
export async function readTrees(app: Pick<App, 'journal'>, request: TreesRequest): Promise<Result<ReadTrees, Problem>> {
  const { moment, derivation, session, framed, choices } = request;
  const isAsked =
    choices.commit !== undefined || choices.folder !== undefined || choices.paths !== undefined || choices.tree === 'whole' || choices.tree === 'touched';
  if (choices.tree === 'none') return none('You chose to share it without its code.');
  const place = await findCode(session, choices.folder);
  if (!place.ok) return isAsked ? place : none([place.problem.what, place.problem.next].filter(Boolean).join(' '));
  const state = await chooseState(app, { moment, derivation, branch: session.branch, place: place.value, commit: choices.commit });
  if (!state.ok) return isAsked ? state : none([state.problem.what, state.problem.next].filter(Boolean).join(' '));
  const fixState = await findFix(request, place.value, state.value);
  if (!fixState.ok) return fixState;
  const touched = listTouched(moment, framed, place.value);
  const paths = choices.paths ? choices.paths.map((path) => place.value.toTreePath(path) ?? path) : null;
  const read = async (one: CodeState): Promise<Result<ReadTree, Problem>> => {
    const files = await readTreeFiles({ place: place.value, state: one, extent: choices.tree === 'none' ? 'default' : choices.tree, paths, touched });
    return files.ok ? ok({ place: place.value, state: one, files: files.value }) : files;
  };
  const tree = await read(state.value);
  if (!tree.ok) return tree;
  if (tree.value.files.texts.size === 0)
    return failed(problem('wrong-usage', 'No file of the repository was chosen.', { next: 'Name files or folders that are in it.' }));
  const fix = fixState.value ? await read(fixState.value) : null;
  if (fix && !fix.ok) return fix;
  return ok({ tree: tree.value, fix: fix?.value ?? null, noTree: null });
}

const none = (noTree: string): Result<ReadTrees, never> => ok({ tree: null, fix: null, noTree });

/** Proposed: the session's commit after a decision that did not hold. */
async function findFix({ moment, choices }: TreesRequest, { root }: CodePlace, state: CodeState): Promise<Result<CodeState | null, Problem>> {
  if (choices.fix === 'none') return ok(null);
  const name = choices.fix ?? (moment.kind === SOUND_KIND ? undefined : moment.commit);
  if (name === undefined) return ok(null);
  const commit = await findCommit(root, name);
  const why = choices.fix === undefined ? 'the commit of the session after the decision' : 'which you chose';
  if (commit && commit !== state.commit) return ok({ commit, edits: [], decided: [], why: `${commit.slice(0, 10)}, ${why}.` });
  return choices.fix === undefined || commit ? ok(null) : failed(problem('not-found', `There is no commit ${name.slice(0, 60)} in ${root}.`));
}

/** What the moment is about and what was edited or read on the way to it, as git names it. */
function listTouched({ paths }: Moment, { shown }: Case, { toTreePath }: CodePlace): string[] {
  const named = shown.flatMap((event) => {
    if (event.kind === 'edit') return [event.path, ...(event.movedTo === undefined ? [] : [event.movedTo])];
    return event.kind === 'call' && event.action.type === 'read' ? [event.action.path] : [];
  });
  return [...new Set([...paths, ...named].flatMap((path) => toTreePath(path) ?? []))];
}

export const toSource = ({ place, state }: ReadTree): CodeSource => ({ root: place.root, commit: state.commit, edits: state.edits.map(({ id }) => id) });

/** As it travels. */
export function toSharedTree({ files }: ReadTree, { packed, leftOut }: RedactedTree): Result<SharedTree, Problem> {
  if (packed.archive.length > MAX_ARCHIVE_BYTES)
    return failed(
      problem('wrong-usage', 'The code is too large to share.', {
        why: `Compressed it has ${packed.archive.length} bytes, and at most ${MAX_ARCHIVE_BYTES} can be sent.`,
        next: 'Choose the files and folders that matter.',
      }),
    );
  const isPart = files.notChosen > 0 || leftOut.some(({ why }) => why === 'too-large' || why === 'secrets' || why === 'secret-name');
  return ok({ hash: packed.hash, archive: packed.archive.toString('base64'), files: packed.manifest.files.length, isPart, holdsChange: files.holdsChange });
}

/** As its owner sees it. */
export function toShareTree({ state, files }: ReadTree, redacted: RedactedTree): ShareTree {
  const { packed, leftOut } = redacted;
  const places = Map.groupBy(toFileLines(redacted), ([path]) => path);
  return {
    hash: packed.hash,
    commit: state.commit,
    why: state.why,
    holdsChange: files.holdsChange,
    warnings: [...files.warnings, ...(files.holdsChange === false ? ['What was decided is not in this code: a probe would run without it.'] : [])],
    files: packed.manifest.files.map(({ path, size }) => ({
      path,
      size,
      redactions: places.get(path)?.filter(([, , text]) => /\[(?:secret:|email-|user-)/.test(text)).length ?? 0,
    })),
    leftOut: [...leftOut],
    notChosen: files.notChosen,
    bytes: packed.manifest.files.reduce((sum, { size }) => sum + size, 0),
    archiveBytes: packed.archive.length,
  };
}
