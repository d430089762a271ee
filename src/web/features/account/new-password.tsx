import { TextInput } from '../../ui/text-input.tsx';

const SHORTEST_PASSWORD = 12;

/** Length is what makes a password hard to guess, so length is all that is asked for. */
export function NewPassword({ label = 'Password', value, onText }: { label?: string; value: string; onText: (text: string) => void }) {
  return (
    <TextInput
      id="new-password"
      type="password"
      label={label}
      hint={`At least ${SHORTEST_PASSWORD} characters. A few words that only you would put together are good.`}
      autoComplete="new-password"
      minLength={SHORTEST_PASSWORD}
      maxLength={128}
      required
      value={value}
      onText={onText}
    />
  );
}
