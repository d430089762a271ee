import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { CohortContent } from '../../../model/api/team/cohort-content.ts';
import { entryOf, SIGN_OFF_FIELDS, toContentFields, type ContentFields, type FieldKey } from '../../../model/team/content-fields.ts';
import { ApiFailure } from '../../api/api-failure.ts';
import { cohortContentQuery, contentPath } from '../../api/team/content-queries.ts';
import { cohortsQuery } from '../../api/team/programme-queries.ts';
import { request } from '../../api/request.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Section } from '../settings/section.tsx';
import { BehindNotice } from './behind-notice.tsx';
import { ContentField, toFieldId } from './content-field.tsx';
import { ContentFiles } from './content-files.tsx';
import { ContentHistory } from './content-history.tsx';
import { EntryList } from './entry-list.tsx';
import { SaveBar } from './save-bar.tsx';
import { useContentEditor } from './use-content-editor.ts';

interface ContentEditorViewProps {
  readonly cohort: string;
  readonly latest: CohortContent;
  readonly standard: ContentFields;
}

/** The form of a cohort's content: numbers, activities, beliefs; files and versions. What is written here is saved as one version. */
export function ContentEditorView({ cohort, latest, standard }: ContentEditorViewProps) {
  const queryClient = useQueryClient();
  const showToast = useToast();
  const editor = useContentEditor(latest, standard);
  const [openEntries, setOpenEntries] = useState<ReadonlySet<string>>(new Set());
  const { changes, problems, onVersion } = editor;
  const isBehind = latest.content.version > onVersion;
  // Nothing written here: there is nothing to lose by going on from the latest.
  if (isBehind && changes.length === 0) editor.startFrom(latest);
  useBlocker({
    shouldBlockFn: () => !window.confirm('What you changed is not saved. Leave it?'),
    enableBeforeUnload: changes.length > 0,
    disabled: changes.length === 0,
  });

  const settle = async (saved: CohortContent): Promise<void> => {
    editor.startFrom(saved);
    queryClient.setQueryData(cohortContentQuery(cohort).queryKey, saved);
    showToast({ text: `Version ${saved.content.version} stands. The pairs of this cohort work with it from now on.` });
    await queryClient.invalidateQueries({ queryKey: cohortContentQuery(cohort).queryKey });
    await queryClient.invalidateQueries({ queryKey: cohortsQuery().queryKey });
  };
  // Then somebody was faster: what they saved is asked for, and told above the form.
  const onError = (thrown: Error): void => {
    if (thrown instanceof ApiFailure && thrown.status === 409) void queryClient.invalidateQueries({ queryKey: cohortContentQuery(cohort).queryKey });
  };
  const save = useMutation({
    mutationFn: () => request<CohortContent>(contentPath(cohort), { method: 'PUT', body: { onVersion, overrides: editor.overrides() } }),
    onSuccess: settle,
    onError,
  });
  const bringBack = useMutation({
    mutationFn: (version: number) =>
      request<CohortContent>(`${contentPath(cohort)}/versions/${version}/bring-back`, { method: 'POST', body: { onVersion: latest.content.version } }),
    onSuccess: settle,
    onError,
  });
  const goToProblem = (): void => {
    const [first] = problems.keys();
    if (first === undefined) return;
    flushSync(() => setOpenEntries(new Set([...openEntries, entryOf(first)])));
    document.getElementById(toFieldId(first))?.focus();
  };
  // A column, since what sticks in a grid has only its own row to move in.
  return (
    <div className="flex flex-col gap-8 [&_input]:scroll-mb-40 [&_select]:scroll-mb-40 [&_textarea]:scroll-mb-40">
      {isBehind && changes.length > 0 && <BehindNotice cohort={cohort} version={latest.content.version} onMove={() => editor.moveTo(latest)} />}
      <Section id="content-sign-off" title="Numbers of a sign-off">
        <p className="meta">They may become stricter than what comes with Rounds, never weaker.</p>
        <div className="grid gap-4 sm:grid-cols-2">
          {SIGN_OFF_FIELDS.map((field): FieldKey => `signOff/${field}`).map((key) => (
            <ContentField key={key} at={key} editor={editor} />
          ))}
        </div>
      </Section>
      <EntryList editor={editor} openEntries={openEntries} onOpen={setOpenEntries} />
      <SaveBar
        key={onVersion}
        editor={editor}
        isSaving={save.isPending}
        failure={save.error}
        isBehind={isBehind}
        onSave={() => save.mutate()}
        onStuck={goToProblem}
      />
      <Section id="content-files" title="As a file">
        <ContentFiles cohort={cohort} editor={editor} />
      </Section>
      <Section id="content-history" title="Versions">
        <ContentHistory
          cohort={cohort}
          now={toContentFields(latest.content)}
          standard={standard}
          version={latest.content.version}
          onBringBack={changes.length > 0 ? null : (version) => bringBack.mutate(version)}
          isBusy={bringBack.isPending}
        />
        {changes.length > 0 && latest.content.version > 0 && <p className="meta">To bring a version back, save or drop what you changed first.</p>}
        {bringBack.isError && <FailureNotice thrown={bringBack.error} />}
      </Section>
    </div>
  );
}
