import { useState, type KeyboardEvent } from 'react';
import type { LessonDraft } from '../../../model/team/lesson.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { parseTags } from './describe-lesson.ts';

interface LessonFormProps {
  readonly draft: LessonDraft;
  readonly submit: string;
  readonly isPending: boolean;
  readonly failure: unknown;
  readonly onSubmit: (draft: LessonDraft) => void;
  readonly onCancel: () => void;
}

/** As the server has it. */
const SHORTEST_RULE = 8;

/** What a lesson says. ⌘Enter or Ctrl+Enter keeps it. */
export function LessonForm({ draft, submit, isPending, failure, onSubmit, onCancel }: LessonFormProps) {
  const [rule, setRule] = useState(draft.rule);
  const [reasoning, setReasoning] = useState(draft.reasoning);
  const [tags, setTags] = useState(draft.tags.join(', '));
  const [isTried, setTried] = useState(false);
  const isRule = rule.trim().length >= SHORTEST_RULE;
  const problem = isTried && !isRule ? 'Write one general rule, as a sentence.' : undefined;
  const send = (): void => {
    setTried(true);
    if (isRule && !isPending) onSubmit({ ...draft, rule: rule.trim(), reasoning: reasoning.trim(), tags: parseTags(tags) });
  };
  const sendByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextArea
        id="lesson-rule"
        label="The rule"
        hint="One sentence, general enough for the next time."
        problem={problem}
        value={rule}
        maxLength={280}
        onText={setRule}
        onKeyDown={sendByKey}
        className="font-serif text-lg"
      />
      <TextArea
        id="lesson-reasoning"
        label="Why"
        hint="What the next person needs to agree or disagree."
        value={reasoning}
        maxLength={8000}
        onText={setReasoning}
        onKeyDown={sendByKey}
      />
      <Field id="lesson-tags" label="Tags" hint="“general” makes it a lesson of every repository.">
        <input id="lesson-tags" className="field" aria-describedby="lesson-tags-hint" value={tags} onChange={(event) => setTags(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="go" disabled={isPending} aria-keyshortcuts="Meta+Enter Control+Enter">
          {isPending ? 'Keeping it…' : submit}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          Leave it
        </Button>
      </div>
      {failure !== null && failure !== undefined && <FailureNotice thrown={failure} />}
    </form>
  );
}
