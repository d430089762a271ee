import { Plain } from '../../ui/text.tsx';

export function LessonTags({ tags }: { tags: readonly string[] }) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label="Tags" className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li key={tag} className="meta rounded-md border border-line px-2 py-px [overflow-wrap:anywhere]">
          <Plain>{tag}</Plain>
        </li>
      ))}
    </ul>
  );
}
