import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { RoundId } from '../../../model/round.ts';

interface RoundLinkProps {
  readonly id: RoundId;
  readonly forTwo: boolean;
  readonly children: ReactNode;
}

/** To a round alone, or to one for two. */
export function RoundLink({ id, forTwo, children }: RoundLinkProps) {
  return (
    <Link to={forTwo ? '/team/rounds/$id' : '/rounds/$id'} params={{ id }}>
      {children}
    </Link>
  );
}
