/** The look of one of several cards to choose from. */
export const CHOICE =
  'card cursor-pointer has-checked:border-accent has-checked:bg-accent-wash hover:border-edge has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent';

export const Dot = ({ isOn }: { isOn: boolean }) => (
  <span aria-hidden="true" className={`block size-3 shrink-0 rounded-full border ${isOn ? 'border-4 border-accent' : 'border-edge'}`} />
);
