import { useState } from 'react';
import { formatCount } from '../../text/format-amount.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { SureButton } from '../team-round/sure-button.tsx';
import { ChangeList } from './change-list.tsx';
import type { ContentEditor } from './use-content-editor.ts';

interface SaveBarProps {
  readonly editor: ContentEditor;
  readonly isSaving: boolean;
  readonly failure: unknown;
  /** Somebody saved another version meanwhile. */
  readonly isBehind: boolean;
  readonly onSave: () => void;
  /** Something does not fit: leads there. */
  readonly onStuck: () => void;
}

/** What changes, looked at before it is saved. */
export function SaveBar({ editor, isSaving, failure, isBehind, onSave, onStuck }: SaveBarProps) {
  const [isShown, setShown] = useState(false);
  const { changes, problems, draft, base, onVersion } = editor;
  if (changes.length === 0)
    return <p className="meta">Nothing is changed here. What you change stands in a preview first, and is saved as a version of its own.</p>;
  const look = (): void => (problems.size > 0 ? onStuck() : setShown(true));
  return (
    <section
      aria-labelledby="content-changes"
      className="card sticky bottom-2 z-10 grid max-h-[70vh] gap-3 overflow-y-auto border-l-3 border-l-accent px-5 py-4"
    >
      <h2 id="content-changes" className="font-medium">
        {formatCount(changes.length, 'place')} changed, not saved
      </h2>
      {isShown && <ChangeList changes={changes} fields={{ ...base.fields, ...draft.fields }} />}
      {problems.size > 0 && <p className="text-bad">{formatCount(problems.size, 'place')} cannot be saved like this; it is said beside each.</p>}
      <div className="flex flex-wrap items-center gap-2">
        {isShown && problems.size === 0 ? (
          <Button look="go" disabled={isSaving || isBehind} onClick={onSave}>
            Save as version {onVersion + 1}
          </Button>
        ) : (
          <Button look="go" onClick={look}>
            {problems.size > 0 ? 'Go to the first that does not fit' : 'Look at what changes'}
          </Button>
        )}
        {isShown && <Button onClick={() => setShown(false)}>Write on</Button>}
        <SureButton label="Drop the changes" question="Drop all that is not saved?" yes="Yes, drop it" isBusy={false} onSure={editor.discard} />
      </div>
      {failure ? <FailureNotice thrown={failure} /> : null}
    </section>
  );
}
