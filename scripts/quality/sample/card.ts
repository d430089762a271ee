/** One thing for a reader to judge. */
export interface Card {
  /** What the reader must not know. */
  readonly key: Readonly<Record<string, string | number>>;
  readonly project: string;
  readonly render: () => string;
}

export const SAMPLES = ['alarms', 'alarms-all', 'moments', 'sound'] as const;
export type SampleName = (typeof SAMPLES)[number];

const ABOUT_A_CHANGE =
  'Reviewing this change beside a junior, would you stop at the marked lines and talk about them? Ordinary competent work is no reason to stop.';

/** The answer is yes or no to this, whatever the sample: what `wouldStop` means. */
export const QUESTIONS: Readonly<Record<SampleName, string>> = {
  alarms: ABOUT_A_CHANGE,
  'alarms-all': ABOUT_A_CHANGE,
  moments:
    'Sitting beside a junior who reads this session, would you stop at the marked lines and say "before we go on: what do you think happens here, and why?" The place must be visible in the lines, teach something transferable and be worth two minutes. Ordinary competent work is no reason to stop.',
  sound:
    'Is what was decided at the marked lines really sound: good practice, borne out by what the later lines show, with nothing there you would object to? Answer in wouldStop: true for really sound.',
};
