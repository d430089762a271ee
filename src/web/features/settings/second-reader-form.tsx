import { useState, type ComponentProps, type FormEvent } from 'react';
import type { TutorChange, TutorView } from '../../../model/api/tutor.ts';
import { TUTOR_APIS, type TutorApi } from '../../../model/tutor-apis.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { useSaveTutor } from './use-tutor.ts';

const UNSET: TutorChange = { on: false, api: 'openai', url: '', model: '', dailyCap: 20 };
const API_NAMES: Readonly<Record<TutorApi, string>> = { openai: 'OpenAI-compatible (chat completions)', anthropic: 'Anthropic (messages)' };

/** Where the model is and how often it may be asked; one button turns it on or off. */
export function SecondReaderForm({ settings }: { settings: TutorView['settings'] }) {
  const [draft, setDraft] = useState<TutorChange>(settings ?? UNSET);
  const save = useSaveTutor();
  const isOn = settings?.on ?? false;
  const change = (part: Partial<TutorChange>): void => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ ...draft, on: true });
  };
  return (
    <form className="grid gap-4 border-t border-line pt-4" onSubmit={submit}>
      <fieldset className="grid gap-4 sm:grid-cols-2" disabled={save.isPending}>
        <legend className="sr-only">Where the model is</legend>
        <Text id="tutor-url" label="Address" hint="https, or http on this machine" type="url" required value={draft.url} onText={(url) => change({ url })} />
        <Text id="tutor-model" label="Model" hint="as its server calls it" required value={draft.model} onText={(model) => change({ model })} />
        <Field id="tutor-api" label="Spoken to as">
          <select id="tutor-api" className="field" value={draft.api} onChange={(event) => change({ api: event.target.value as TutorApi })}>
            {TUTOR_APIS.map((api) => (
              <option key={api} value={api}>
                {API_NAMES[api]}
              </option>
            ))}
          </select>
        </Field>
        <Text
          id="tutor-cap"
          label="Requests a day at most"
          type="number"
          min={1}
          max={1000}
          required
          value={String(draft.dailyCap)}
          onText={(cap) => change({ dailyCap: Number(cap) })}
        />
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={save.isPending}>
          {isOn ? 'Save' : 'Turn it on'}
        </Button>
        {isOn && (
          <Button disabled={save.isPending} onClick={() => save.mutate({ ...(settings ?? UNSET), on: false })}>
            Turn it off
          </Button>
        )}
      </div>
      {save.isError && <FailureNotice thrown={save.error} />}
    </form>
  );
}

interface TextProps extends Omit<ComponentProps<'input'>, 'onChange'> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly onText: (text: string) => void;
}

function Text({ id, label, hint, onText, ...rest }: TextProps) {
  return (
    <Field id={id} label={label} hint={hint}>
      <input {...rest} id={id} className="field" aria-describedby={hint ? `${id}-hint` : undefined} onChange={(event) => onText(event.target.value)} />
    </Field>
  );
}
