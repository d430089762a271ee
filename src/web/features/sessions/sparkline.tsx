/** The session's shape: how much happened in each slice of its time. A picture only; the counts beside it say the amounts. */
export function Sparkline({ values }: { values: readonly number[] }) {
  const most = Math.max(1, ...values);
  const width = 4;
  return (
    <svg aria-hidden="true" viewBox={`0 0 ${Math.max(1, values.length) * width} 24`} preserveAspectRatio="none" className="h-6 w-24 text-accent">
      {values.map((value, index) => {
        // A square root keeps quiet stretches visible beside one busy minute.
        const height = value === 0 ? 1 : Math.max(2, Math.sqrt(value / most) * 22);
        return (
          <rect key={index} x={index * width} y={24 - height} width={width - 1.2} height={height} fill="currentColor" opacity={value === 0 ? 0.25 : 0.75} />
        );
      })}
    </svg>
  );
}
