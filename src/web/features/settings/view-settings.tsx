import { setKeys, setScheme, useViewSettings, type Scheme } from '../../ui/settings-store.ts';
import { Section } from './section.tsx';

const SCHEMES: readonly { readonly value: Scheme; readonly label: string }[] = [
  { value: 'system', label: 'As the system has it' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];

export function ViewSettings() {
  const { scheme, keys } = useViewSettings();
  return (
    <Section id="view" title="How it looks and listens">
      <fieldset className="card grid gap-2 px-5 py-4">
        <legend className="sr-only">Colours</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-2">
          {SCHEMES.map(({ value, label }) => (
            <label key={value} className="flex min-h-6 items-center gap-2">
              <input type="radio" name="scheme" className="size-4 accent-accent" checked={scheme === value} onChange={() => setScheme(value)} />
              {label}
            </label>
          ))}
        </div>
        <label className="mt-1 flex min-h-6 items-center gap-2 border-t border-line pt-3">
          <input type="checkbox" className="size-4 accent-accent" checked={keys} onChange={(event) => setKeys(event.target.checked)} />
          Single-key shortcuts (j, k, s, /, Enter)
        </label>
      </fieldset>
    </Section>
  );
}
