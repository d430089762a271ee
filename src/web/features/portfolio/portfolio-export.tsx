import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortfolioMaterial } from '../../../model/portfolio.ts';
import { request } from '../../api/request.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { NOTHING } from './choose.ts';
import { PortfolioPreview } from './portfolio-preview.tsx';
import { PortfolioTicks } from './portfolio-ticks.tsx';

/** What its owner takes along of their growth. Nothing is ticked at the start, and what is looked at is what is saved. */
export function PortfolioExport() {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button className="justify-self-start" onClick={() => setOpen(true)}>
        Export portfolio
      </Button>
    );
  }
  return <PortfolioForm />;
}

function PortfolioForm() {
  const material = useQuery({ queryKey: ['portfolio'], queryFn: ({ signal }) => request<PortfolioMaterial>('/api/portfolio', { signal }) });
  const [choice, setChoice] = useState(NOTHING);
  if (material.isPending) return <Skeleton label="Gathering what you could show" heights={[200]} />;
  if (material.isError) return <FailureNotice thrown={material.error} onRetry={() => void material.refetch()} />;
  return (
    <div className="card grid gap-5 px-5 py-4">
      {material.data.away && <p className="meta">What is signed off is not in it: {material.data.away}</p>}
      <PortfolioTicks material={material.data} choice={choice} onChoice={setChoice} />
      <PortfolioPreview choice={choice} />
    </div>
  );
}
