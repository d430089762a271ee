import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { organisationQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { FailureNotice } from '../../ui/notice.tsx';
import { Plain } from '../../ui/text.tsx';

/** For owners: whether whoever the identity provider knows comes in without an invitation. Where there is no provider, nothing. */
export function JoinByProvider() {
  const queryClient = useQueryClient();
  const { data } = useQuery(organisationQuery());
  const open = useMutation({
    mutationFn: (joinByOidc: boolean) => request<void>('/api/team/organisation', { method: 'PUT', body: { joinByOidc } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: organisationQuery().queryKey }),
  });
  if (!data || data.provider === null) return null;
  return (
    <div className="grid gap-2.5">
      <label className="flex items-baseline gap-2.5">
        <input
          type="checkbox"
          className="translate-y-0.5"
          checked={open.isPending ? open.variables : data.joinByOidc}
          disabled={open.isPending}
          onChange={(event) => open.mutate(event.target.checked)}
        />
        <span>
          Whoever <Plain>{data.provider}</Plain> knows may join, as a member, without an invitation
        </span>
      </label>
      {open.isError && <FailureNotice thrown={open.error} />}
    </div>
  );
}
