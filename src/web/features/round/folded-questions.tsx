interface FoldedQuestionsProps {
  readonly title: string;
  readonly questions: readonly (readonly [name: string, question: string])[];
}

/** Names with a question each, in their order, for who opens them. */
export function FoldedQuestions({ title, questions }: FoldedQuestionsProps) {
  return (
    <details className="card px-5 py-3">
      <summary className="font-medium">{title}</summary>
      <ol className="mt-3 grid gap-2">
        {questions.map(([name, question]) => (
          <li key={name}>
            <span className="block font-medium">{name}</span>
            <span className="text-ink-2">{question}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
