/** The shape of what is on its way. Says so once to assistive technology; the shapes themselves are silent. */
export function Skeleton({ label, heights }: { label: string; heights: readonly number[] }) {
  return (
    <div className="grid gap-3.5">
      <output className="sr-only">{label}</output>
      {heights.map((height, index) => (
        <div key={index} aria-hidden="true" className="card p-5">
          <div className="skeleton h-4 w-3/5" />
          {height > 60 && <div className="skeleton mt-3 h-3 w-2/5" />}
          <div style={{ height: `${Math.max(0, height - 100)}px` }} />
        </div>
      ))}
    </div>
  );
}
