/** What will be done, what should be true, what is asked: nothing is asserted yet. */
export const NOT_ASSERTED =
  /^(?:let me|let's|lets|here(?:'s| is| are)|how\b|now,? (?:to|let|i'll|i will|i need|we|run|add|update|check|verify|confirm|ensure|make|fix|test)\b|i'll|i will|i'm going to|i am going to|i'm (?:now |going |checking|running|looking|adding|updating|verifying|re-?running)|i need|i should|i want|i can|i could|i would|we need|we should|we can|we could|you can|you could|you should|you may|next|to (?:fix|verify|make|ensure|check|do|get|avoid|run)|if|once|when|after|before|until|unless|whether|should|could|would|would you|do you|shall|can|please|first,? (?:i|let)|then (?:i|we)|run|verify|check|ensure|confirm|make sure|add|update|implement|fix|create|use|consider|try|remove|write|test)\b/;
const CONDITIONAL =
  /\b(?:if|unless|until|once|whether|in case|so that|to (?:make sure|ensure|verify|confirm|see (?:if|whether)|check)|make sure|let me|need(?:s)? to|have to|must|would|could|want(?:s)? to|going to|will|'ll|todo|expected to|supposed to)\b/;

/** The part of a sentence that asserts; null where none does. "Tests pass. Now let me commit" keeps its first half, "Tests pass, so I'll commit" too. */
export function assertedClause(text: string): string | null {
  const [first = ''] = text.split(/(?:[,;]| -) (?:so |and )?(?:now |then |next )?(?:let me|let's|i'll|i will|i'm going to|we can now|you can now|but first)\b/);
  const clause = first.trim();
  if (clause === '' || NOT_ASSERTED.test(clause)) return null;
  return CONDITIONAL.test(clause.replace(/\b(?:will|would) no longer\b/g, 'no longer')) ? null : clause;
}
