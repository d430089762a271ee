import { useState } from 'react';
import type { CohortContent } from '../../../model/api/team/cohort-content.ts';
import { listFieldChanges, type ContentFields, type FieldChange, type FieldKey } from '../../../model/team/content-fields.ts';
import { bringOnto, revertEntry, setField, toDraft, toOverrides, type ContentDraft } from './content-draft.ts';
import { listProblems } from './check-field.ts';

export interface ContentEditor {
  readonly draft: ContentDraft;
  readonly base: ContentDraft;
  readonly onVersion: number;
  readonly standard: ContentFields;
  readonly changes: readonly FieldChange[];
  readonly problems: ReadonlyMap<FieldKey, string>;
  /** Fields in which somebody else's version says something else than what is written here. */
  readonly clashes: readonly FieldKey[];
  readonly set: (key: FieldKey, text: string) => void;
  readonly revert: (entry: string) => void;
  readonly take: (draft: ContentDraft) => void;
  readonly discard: () => void;
  /** Goes on from another version, with what was written here over it. */
  readonly moveTo: (latest: CohortContent) => void;
  /** Goes on from what was saved. */
  readonly startFrom: (saved: CohortContent) => void;
  readonly overrides: () => CohortContent['overrides'];
}

/** What the lead writes over one version of the content, until it is saved. */
export function useContentEditor(had: CohortContent, standard: ContentFields): ContentEditor {
  const [state, setState] = useState(() => begin(had));
  const { base, draft, onVersion, clashes } = state;
  const change = (next: ContentDraft, settled: readonly FieldKey[] = []): void =>
    setState((before) => ({ ...before, draft: next, clashes: before.clashes.filter((key) => !settled.includes(key)) }));
  return {
    draft,
    base,
    onVersion,
    standard,
    clashes,
    changes: listFieldChanges(base.fields, draft.fields),
    problems: listProblems(draft.fields, standard),
    set: (key, text) => change(setField(draft, key, text), text === base.fields[key] ? [key] : []),
    revert: (entry) => change(revertEntry(draft, entry, standard)),
    take: (next) => change(next),
    discard: () => setState((before) => ({ ...before, draft: before.base, clashes: [] })),
    moveTo(latest) {
      const latestDraft = toDraft(latest);
      const merged = bringOnto(latestDraft, base, draft);
      setState({ base: latestDraft, draft: merged.draft, onVersion: latest.content.version, clashes: merged.clashes });
    },
    startFrom: (saved) => setState(begin(saved)),
    overrides: () => toOverrides(draft, standard),
  };
}

function begin(had: CohortContent): { base: ContentDraft; draft: ContentDraft; onVersion: number; clashes: readonly FieldKey[] } {
  const base = toDraft(had);
  return { base, draft: base, onVersion: had.content.version, clashes: [] };
}
