export type ShownStep = 'judge' | 'reveal' | 'debrief';

const STEPS: readonly { readonly step: ShownStep; readonly label: string }[] = [
  { step: 'judge', label: 'Judge' },
  { step: 'reveal', label: 'Reveal' },
  { step: 'debrief', label: 'Debrief' },
];

interface StepperProps {
  readonly shown: ShownStep;
  /** How many steps have been reached: those can be looked at again. */
  readonly reached: number;
  readonly onShow: (step: ShownStep) => void;
}

export function Stepper({ shown, reached, onShow }: StepperProps) {
  return (
    <ol aria-label="Steps of the round" className="flex gap-1.5">
      {STEPS.map(({ step, label }, index) => {
        const isReached = index < reached;
        const look = `block w-full border-t-2 pt-1.5 text-left text-[0.78125rem] ${isReached ? 'border-accent' : 'border-line'}`;
        return (
          <li key={step} className="flex-1" aria-current={step === shown ? 'step' : undefined}>
            {isReached && step !== shown ? (
              <button type="button" className={`${look} text-ink-2 hover:text-ink`} onClick={() => onShow(step)}>
                {label}
              </button>
            ) : (
              <span className={`${look} ${step === shown ? 'font-semibold' : 'text-ink-3'}`}>{label}</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
