import { Skeleton } from '../../ui/skeleton.tsx';

export function RoundSkeleton() {
  return (
    <div className="grid gap-7 px-4 py-6 sm:px-7 lg:grid-cols-[minmax(0,1.25fr)_minmax(22rem,1fr)]">
      <Skeleton label="Opening the round" heights={[90, 260]} />
      <Skeleton label="" heights={[120, 120]} />
    </div>
  );
}
