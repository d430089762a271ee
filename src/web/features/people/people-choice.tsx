import { toVisibleText } from '../../text/to-visible-text.ts';

interface PeopleChoiceProps {
  readonly legend: string;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** People with a box each. */
export function PeopleChoice({ legend, people, chosen, onChange }: PeopleChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {people.map(({ id, name }) => (
          <label key={id} className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(id)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))}
            />
            {toVisibleText(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
