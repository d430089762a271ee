/**
 * Whether a message decides or proposes another way than the agent's, also in the form of a question: "can't we keep them as
 * they were?" asks for nothing but the change.
 */
import { anyOf } from '../any-of.ts';
import { isWide, toMatchText } from '../match-text.ts';
import { rememberByText } from '../remember-by-text.ts';

const LONGEST_READ = 1500;

const SETS_COURSE = anyOf([
  /\b(?:can't|couldn't|shouldn't|cant|shouldnt) (?:we|you|it|this|that|they) (?!(?:have|already|also) (?:been|reused))\w+/,
  /\bwhy (?:not|don't we|can't we just|couldn't we)\b(?!\?)/,
  /\bshouldn't [\w.-]+(?: [\w.-]+)? (?:be|go|use|live|come|belong)\b(?! been)|\bwouldn't it (?:be|make) (?:\w+ )?(?:better|easier|simpler|cleaner|safer|more|sense)\b/,
  /\bthe (?:issue|problem|trouble|catch|concern) (?:here |now )?(?:is|with (?:this|that)(?: \w+)? is)\b|\b(?:that|this|it) (?:will |would )?only works? (?:if|when|for|because|on|as long)\b/,
  /\bavoid (?:\w+ing|any|our|such|having)\b/,
  /\bno need (?:for|to)\b|\b(?:we|i|you|it) (?:don't|dont|do not|no longer|won't|wouldn't) (?:\w+ )?need\b|\bdon't think (?:we|it|you|this|that)(?: \w+)? (?:need|should|makes?|has|have|is)\b/,
  /\bgiven\b.{5,120}\b(?:maybe|perhaps|should|better|let's|we can|i think|i'd)\b/,
  /\b(?:has|have|had) nothing to do with\b|\b(?:doesn't|does not|dont|don't) (?:seem to )?(?:make sense|belong|fit)\b|\b(?:isn't|is not|not|aren't|are not) (?:really )?(?:our|the right|an? (?:\w+ )?concern|appropriate|what we)\b/,
  /\bdeprecat\w+\b.{0,40}\b(?:instead|not|rather|since|because|good|better|option)\b|\b(?:can|should|must|will) be (?:hard[- ])?(?:deprecated|dropped|removed|deleted)\b/,
  /^(?!(?:does|do|did|is|are|can|could|would|why|how|what|when)\b).*\b(?:instead of|rather than|in favou?r of)\b/,
  /\b(?:there is|there's|it is|it's|this is|that's) (?:now |still |too |only |no )?.{5,80}[,;] ?(?:so )?(?:can|could) (?:we|you)\b/,
  /\w, not (?!sure|yet|only|just|to mention)\w+|\b\d[\w.]* not \d|\b(?:the|a) wrong (?!\?)\w+/,
  /\b(?:will|would|could|is going to|are going to) (?:\w+ )?(?:leak|break|fail|crash|lose|overwrite|block|corrupt|duplicate|hide|mask)\b(?! if\b)(?!.*\?$)|\b(?:breaks?|hides?|leaks?|masks?|overwrites?) (?:the |all |our |any |every )?(?:existing|old|other|real|actual|\w+s)\b(?!.*\?$)/,
  /\b(?:nobody|no one|no-one|everyone|everybody|somebody|someone|some ?one else|another (?:team|person|agent|developer)) (?:\w+ )?(?:uses?|needs?|calls?|reads?|relies|depends|edits?|edited|is|else|owns?|works?)\b(?!.*\?$)/,
  /\b(?:belongs?|lives?) (?:in|to|on|under|with)\b(?!.*\?$)|\bleave (?:it|that|this|them|the \w+) (?:alone|as (?:it )?(?:is|are))\b|\b(?:keep|make) (?:it|this|that|things) (?:as )?simpl\w+|\bshared (?:with|by|between)\b/,
  /\b(?:we|you) (?:can't|cannot|can not) (?:just |simply )?(?:do|have|use|rely|assume|change|drop|expect)\b(?!.*\?$)|^(?:so )?(?:can|could) (?:we|you|this|it) .{3,60}\bwithout\b/,
  /^(?:(?:no|but|hmm+|well|so)[, ]+)?(?:that|this|your|those|these)(?: \w+)? (?:is|are|does|do|will|would)(?: not|n't) (?:\w+ ){1,6}/,
  /\bthe (?:real|actual|underlying|root) (?:problem|issue|cause|reason|question) is\b|\bonly (?:moves|hides|delays|shifts|masks|treats)\b|\bpaper(?:s|ing)? over\b/,
  /\b(?:won't|doesn't|does not|can't|cannot|wouldn't) (?:\w+ )?(?:match|handle|cover|catch|scale|protect|prove|guarantee|prevent|survive|hold|generali[sz]e)\b(?!.*\?$)|\bwe (?:never|always) \w+|\b(?:docs?|documentation|spec|rfc|standard|contract|schema|licen[cs]e) (?:says?|requires?|states?|forbids?|defines?|demands?)\b(?!.*\?$)/,
  /\bget rid of\b|\b(?:not|n't) (?:very |really |that |all that )?(?:helpful|useful|worth)\b|\b(?:can|could|are) (?:we|you)(?: able to)? not\b|\bso (?:that )?(?:it's|it is|it|we|they|you)(?: do| does| are)?(?:n't| not)\b/,
  /\b(?:maybe|perhaps|probably|i think|seems like) (?:we|it|that|this|you|they)(?:'d| should| could| can| would)(?: \w+){0,2} (?:be|just|remove|drop|allow|keep|use|rename|move|merge|handle|store|split|replace|align|reference|document)\b/,
  /\b(?:would|might|could|is|be|seems?) (?:an? |the |much |probably )*(?:better|simpler|cleaner|clearer|safer) (?:\w+ )?(?:since|because|as|than|if|to|idea|option|choice|approach|command|name|place|way)\b(?!.*\?$)/,
  /\blet'?s (?:try (?:and |to )?)?(?:simplify|only|just|not|keep (?!going)|stick|leave|drop)\b(?! (?:commit|push|merge|run|do it|go|see)\b)(?! .{0,30}\?$)/,
  /\bover-?\s?complicat\w*|\b(?:too|quite|pretty|rather) (?:heavy|complex|complicated|much work|costly|expensive)\b/,
]);

export const setsCourse = rememberByText((own) => SETS_COURSE.test(toMatchText(own.slice(0, LONGEST_READ).trim(), isWide(own))));
