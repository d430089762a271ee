/** What a question of a moment may and may not be made of. */
export interface QuestionBounds {
  /** Everything a judge may see, and our own question. */
  readonly visible: string;
  /** Everything that came later. */
  readonly withheld: string;
  /** The later lines that judged the decision. */
  readonly hindsight: string;
  /** Title, rule and concepts: what it was found for. */
  readonly found: string;
}
