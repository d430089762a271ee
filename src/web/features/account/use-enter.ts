import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouterState } from '@tanstack/react-router';
import { whereQuery } from '../../api/where.ts';

/** Goes in after an account said yes: nothing that was asked for as somebody else, or as nobody, is kept. */
export function useEnter(): () => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  return async () => {
    queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'where' });
    if (['/sign-in', '/setup', '/join'].includes(pathname)) await navigate({ to: '/', replace: true });
    await queryClient.invalidateQueries({ queryKey: whereQuery().queryKey });
  };
}
