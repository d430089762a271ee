export type ShownStep = 'judge' | 'reveal' | 'debrief';

export const STEPS_ALONE: readonly { readonly step: ShownStep; readonly label: string }[] = [
  { step: 'judge', label: 'Judge' },
  { step: 'reveal', label: 'Reveal' },
  { step: 'debrief', label: 'Debrief' },
];

interface StepperProps<Step extends string> {
  readonly steps: readonly { readonly step: Step; readonly label: string }[];
  readonly shown: Step;
  /** How many steps have been reached: those can be looked at again. */
  readonly reached: number;
  /** Steps that are done for good: there is nothing to look at again. */
  readonly isOver?: ((step: Step) => boolean) | undefined;
  readonly onShow: (step: Step) => void;
}

export function Stepper<Step extends string>({ steps, shown, reached, isOver, onShow }: StepperProps<Step>) {
  return (
    <ol aria-label="Steps of the round" className="flex gap-1.5">
      {steps.map(({ step, label }, index) => {
        const isReached = index < reached;
        const look = `block w-full border-t-2 pt-1.5 text-left text-[0.78125rem] ${isReached ? 'border-accent' : 'border-line'}`;
        return (
          <li key={step} className="flex-1" aria-current={step === shown ? 'step' : undefined}>
            {isReached && step !== shown && !isOver?.(step) ? (
              <button type="button" className={`${look} text-ink-2 hover:text-ink`} onClick={() => onShow(step)}>
                {label}
              </button>
            ) : (
              <span className={`${look} ${step === shown ? 'font-semibold' : isReached ? 'text-ink-2' : 'text-ink-3'}`}>{label}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
