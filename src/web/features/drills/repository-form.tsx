import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

/** Which repository: one that is known here, or any folder. */
export function RepositoryForm({ known, folder, onFolder }: { known: readonly string[]; folder: string; onFolder: (folder: string) => void }) {
  const [text, setText] = useState(folder);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onFolder(text.trim());
      }}
    >
      <Field id="folder" label="Repository" hint="A folder in it, on this machine.">
        <div className="flex flex-wrap gap-2">
          <input
            id="folder"
            className="field min-w-0 flex-1 basis-60"
            list="known"
            required
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-describedby="folder-hint"
          />
          <Button type="submit" look={folder === '' ? 'go' : 'plain'}>
            Open
          </Button>
        </div>
        <datalist id="known">
          {known.map((path) => (
            <option key={path} value={path}>
              {path}
            </option>
          ))}
        </datalist>
      </Field>
    </form>
  );
}
