/**
 * How the agent takes what a person just said, from the opening of its answer: a witness of its own, and in whatever language
 * they speak, that the message was more than the next wish.
 */
import { anyOf } from '../any-of.ts';
import { rememberByText } from '../remember-by-text.ts';

/** `concedes`: they were right and it was not. `contradicts`: what they take to be so is not. `welcomes`: worth asking or saying. */
export type Reaction = 'concedes' | 'contradicts' | 'welcomes';

const OPENING = 400;

const CONCEDES = anyOf([
  /\byou(?:'re| are) (?:\w+ )?(?:right|correct)\b(?! (?:now|here|to (?:want|be careful)))/,
  /\b(?:good|great|nice|excellent) catch\b|\bi stand corrected\b|\bthanks? (?:you )?for (?:the correction|correcting|catching|pointing)/,
  /\b(?:my (?:mistake|bad|error|apologies|oversight)|i (?:was|am) (?:wrong|mistaken)|i (?:misread|misunderstood|overlooked|forgot|missed|assumed)\b|i(?:'m| am) sorry|i apologi[sz]e|sorry about that)/,
  /\bthat(?:'s| is| was) (?:\w+ )?(?:my (?:mistake|error)|an? (?:fair|valid|important) (?:challenge|correction|criticism|critique|clarification))\b|\bcorrections?\b/,
  /\b(?:du hast|da hast du|sie haben) (?:\w+ )?recht\b|\b(?:tu as|vous avez) (?:\w+ )?raison\b|\btienes (?:\w+ ){0,2}razón\b|\b(?:você )?tem (?:\w+ )?razão\b|\bvocê está certo\b/,
]);
const CONCEDES_UNSPACED = /(?:你|您)(?:说得|是)?(?:完全)?(?:没错|对|正确)|抱歉|おっしゃる(?:通|とお)り|ご指摘の(?:通|とお)り|申し訳|その(?:通|とお)りです/;

const CONTRADICTS = anyOf([
  /^(?:no|not (?:quite|exactly|really|necessarily)|unfortunately,? (?:no|not)|nope)\b(?! (?:problem|worries))/,
  /^(?:actually|in fact),? .{0,60}\b(?:not|isn't|doesn't|don't|never|already)\b/,
  /^(?:that(?:'s| is)|it(?:'s| is)) not (?:quite |actually |really )?(?:how|what|true|right|correct|the case|possible|why)\b/,
  /\byou (?:probably |may |might |likely )?(?:mean|meant|are thinking of) .{1,40}\bnot\b|\bcommon (?:misconception|confusion|mix-?up|misunderstanding)\b|^(?:close|almost),? but\b/,
  /^(?:nein|nicht ganz|non|pas tout à fait|no exactamente|não exatamente|não)(?![\wà-ÿ])/,
]);

const WELCOMES = anyOf([
  /\b(?:good|great|excellent|fair|sharp|important|interesting|valid) (?:\w+ )?(?:question|challenge|point|observation|scenario|concern|call|instinct|thinking)s?\b|\bright to (?:ask|question|challenge|push)\b/,
  /\b(?:that|this)(?:'s| is| changes) (?:things|everything|the key|a (?:key|huge|big) (?:clue|insight|point)|an important (?:point|detail|clarification))/,
  /\b(?:gute|berechtigte) frage\b|\bbonne (?:question|remarque)\b|\bbuena (?:pregunta|observación)\b|\bboa (?:pergunta|observação)\b/,
]);
const WELCOMES_UNSPACED = /好问题|问得好|良い(?:質問|指摘)|いい(?:質問|指摘)/;

/** @param reply the agent's first words after the message */
export const readReaction = rememberByText((reply): Reaction | null => {
  const opening = reply.trim().slice(0, OPENING);
  const said = opening.toLowerCase().replaceAll('’', "'");
  // Only its first sentences answer the message; what follows is the work.
  const first = said
    .split(/(?<=[.!?:。！])\s*|\n/)
    .filter(Boolean)
    .slice(0, 2);
  if (CONCEDES_UNSPACED.test(opening.slice(0, 40)) || first.some((sentence) => CONCEDES.test(sentence))) return 'concedes';
  if (CONTRADICTS.test(first[0] ?? '')) return 'contradicts';
  return WELCOMES_UNSPACED.test(opening.slice(0, 40)) || first.some((sentence) => WELCOMES.test(sentence)) ? 'welcomes' : null;
});
