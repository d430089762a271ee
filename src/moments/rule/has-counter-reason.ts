import { rememberByText } from '../facts/remember-by-text.ts';

/** Words with which people weigh one way against another: what they would rather have, what does not hold, what is there already. */
const COUNTER: readonly RegExp[] = [
  /\bI(?:'d| would) (?:\w+ )?(?:not|rather|prefer|replace|expect|even|consider|keep|avoid|change|remove|drop)\b/i,
  /\b(?:we|you) should(?:n['’]?t| not| never| only| rather| at least| just| probably| instead)?(?: \w+ly)? (?:be|keep|avoid|remove|drop|rename|replace|call|use|move|stick|leave|change|not|never|only|rather|instead|at least)\b|\b(?:it|this|that|they|there) should(?:n'?t| not| at least| only| never| rather)\b/i,
  /\b(?:doesn'?t|does not|won'?t|can'?t|cannot|isn'?t|is not|aren'?t|don'?t) (?:work|hold|help|apply|exist|make sense|need|want|belong|\w+ing)\b/i,
  /\b(?:since|because|otherwise|that'?s why|this is why|so that)\b/i,
  /\b(?:but|however|instead|rather than)\b[^?]*\b(?:not|never|should|need|only|already|want|would|maybe|might|could)\b/i,
  /\b(?:not|never)\b(?! (?:\S+ )?sure)[^.?]{3,60}\bbut\b/i,
  /\b(?:we|you|it|there) (?:already|actually)\b/i,
  /\bI (?:think|feel|believe|don'?t think)\b[^?]*\b(?:should|want|need|would|could|better|clearer|simpler|not|too)\b/i,
  /\blet'?s not\b/i,
  /\bI thought (?:we|you|it|this|that|the)\b|\b(?:we|you) (?:just )?(?:agreed|decided)\b/i,
];

export const hasCounterReason = rememberByText((own) => COUNTER.some((pattern) => pattern.test(own)));
