import { setScheme, useViewSettings, type Scheme } from '../../ui/settings-store.ts';

const NEXT: Readonly<Record<Scheme, Scheme>> = { system: 'light', light: 'dark', dark: 'system' };
const NAMES: Readonly<Record<Scheme, string>> = { system: 'Auto', light: 'Light', dark: 'Dark' };

/** One press, one step: as the system has it, light, dark. */
export function SchemeSwitch() {
  const { scheme } = useViewSettings();
  return (
    <button
      type="button"
      className="meta -mr-1 flex min-h-8 items-center gap-1.5 rounded-md px-1 hover:text-ink"
      aria-label={`Colours: ${NAMES[scheme]}. Change to ${NAMES[NEXT[scheme]]}.`}
      onClick={() => setScheme(NEXT[scheme])}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4">
        <circle cx="8" cy="8" r="6" fill={scheme === 'dark' ? 'currentColor' : 'none'} stroke="currentColor" strokeWidth="1.5" />
        {scheme === 'system' && <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />}
      </svg>
      {NAMES[scheme]}
    </button>
  );
}
