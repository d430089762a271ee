import { findSentence } from './find-sentence.ts';
import { rememberByText } from '../facts/remember-by-text.ts';

/** Names the one cause, in so many words. */
const THE_CAUSE =
  /^root cause\b|\b(?:root cause|culprit|the (?:real|actual|true) (?:cause|reason))\b.{0,40}\b(?:is|was|here|chain)\b|\b(?:that'?s|this is|here'?s|found) (?:the|exactly the|our) (?:\w+ ){0,2}(?:cause|culprit|change that|root cause|smoking gun)\b|\b(?:introduced|caused) (?:the|this) (?:bug|regression|corruption|crash)\b|\bis the (?:culprit|smoking gun)\b/i;
const HEDGED =
  /\b(?:likely|probably|perhaps|maybe|might|may|could|seems?|appears?|suspect|think|believe|possibly|if|whether|not|isn'?t|unclear|need to|let me|let'?s|to find|before|same)\b|\?$/i;

/** The first sentence that states a cause as settled. */
export const findNamedCause = rememberByText((text) => findSentence(text, (one) => THE_CAUSE.test(one) && !HEDGED.test(one)));
