import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CohortContent, ContentFile } from '../../../model/api/team/cohort-content.ts';
import { contentPath } from '../../api/team/content-queries.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { toDraft } from './content-draft.ts';
import type { ContentEditor } from './use-content-editor.ts';

/** All that a cohort changes as YAML, out and in. What comes in stands in the form and in the preview; it is saved like everything else. */
export function ContentFiles({ cohort, editor }: { cohort: string; editor: ContentEditor }) {
  const [text, setText] = useState('');
  const bring = useMutation({
    mutationFn: (given: string) => request<Pick<CohortContent, 'content' | 'overrides'>>('/api/team/content/file', { method: 'POST', body: { text: given } }),
    onSuccess: (read) => {
      editor.take(toDraft(read));
      setText('');
    },
  });
  const save = useMutation({
    mutationFn: () => request<ContentFile>(`${contentPath(cohort)}/file`),
    onSuccess: (file) => offerFile(file.text),
  });
  async function readFile(input: HTMLInputElement): Promise<void> {
    const given = await input.files?.[0]?.text();
    // So that the same file, corrected, can be chosen again.
    input.value = '';
    if (given === undefined) return;
    setText(given);
    bring.mutate(given);
  }
  return (
    <div className="grid gap-4">
      <div>
        <Button disabled={save.isPending} onClick={() => save.mutate()}>
          Save what stands as a file
        </Button>
      </div>
      {save.isError && <FailureNotice thrown={save.error} />}
      <details>
        <summary className="cursor-pointer text-ink-2">Bring a file, in YAML or JSON</summary>
        <div className="mt-3 grid gap-4">
          <Field
            id="content-file"
            label="A file"
            hint="Signs of beliefs, statements of the survey and beliefs of your own go this way. It takes the place of all that is changed here."
          >
            <input
              id="content-file"
              type="file"
              accept=".yaml,.yml,.json,text/yaml,application/json"
              className="max-w-full"
              aria-describedby="content-file-hint"
              onChange={(event) => {
                void readFile(event.currentTarget);
              }}
            />
          </Field>
          <TextArea id="content-text" label="Or its text" className="font-mono" spellCheck={false} value={text} onText={setText} />
          <div>
            <Button disabled={text.trim() === '' || bring.isPending} onClick={() => bring.mutate(text)}>
              Put it into the form
            </Button>
          </div>
          {bring.isError && <FailureNotice thrown={bring.error} />}
          {bring.isSuccess && <output>It stands in the form now. Look at what changes, and save it above.</output>}
        </div>
      </details>
    </div>
  );
}

function offerFile(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'content-of-the-cohort.yaml';
  link.click();
  URL.revokeObjectURL(address);
}
