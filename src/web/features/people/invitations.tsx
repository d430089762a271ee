import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Invite, MadeInvitation } from '../../../model/api/team/accounts.ts';
import type { TeamRole } from '../../../model/team-role.ts';
import { invitationsQuery } from '../../api/team/queries.ts';
import { request } from '../../api/request.ts';
import { formatWhen } from '../../text/format-when.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { FailureNotice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Plain } from '../../ui/text.tsx';
import { useNow } from '../../ui/use-now.ts';
import { CopyButton } from './copy-button.tsx';
import { ROLE_NAMES, rolesToGive } from './role-names.ts';

/** For leads: who was invited and has not come yet, and one link for one person. */
export function Invitations({ role }: { role: TeamRole }) {
  const [email, setEmail] = useState('');
  const [as, setAs] = useState<TeamRole>('member');
  const queryClient = useQueryClient();
  const invite = useMutation({
    mutationFn: (body: Invite) => request<MadeInvitation>('/api/team/invitations', { method: 'POST', body }),
    onSuccess: () => {
      setEmail('');
      return queryClient.invalidateQueries({ queryKey: invitationsQuery().queryKey });
    },
  });
  return (
    <div className="grid gap-3.5">
      <form
        className="card grid items-end gap-x-4 gap-y-3 px-5 py-4 sm:grid-cols-[minmax(0,1fr)_9rem_auto]"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate({ email, role: as });
        }}
      >
        <TextInput id="invite-email" type="email" label="E-mail address" autoComplete="off" required value={email} onText={setEmail} />
        <Field id="invite-role" label="As">
          <select id="invite-role" className="field" value={as} onChange={(event) => setAs(event.target.value as TeamRole)}>
            {rolesToGive(role).map((each) => (
              <option key={each} value={each}>
                {ROLE_NAMES[each]}
              </option>
            ))}
          </select>
        </Field>
        <Button type="submit" look="go" className="min-h-10" disabled={invite.isPending}>
          {invite.isPending ? 'Inviting…' : 'Invite'}
        </Button>
      </form>
      {invite.isError && <FailureNotice thrown={invite.error} />}
      {invite.data && <MadeLink made={invite.data} />}
      <Waiting />
    </div>
  );
}

function MadeLink({ made }: { made: MadeInvitation }) {
  const now = useNow();
  return (
    <output className="card grid gap-2.5 border-accent-line px-5 py-4">
      <span className="font-medium">
        {made.isSent ? 'This link is on its way to ' : 'Give this link to '}
        <Plain>{made.email}</Plain>
      </span>
      <span className="text-ink-2">
        It is shown this once and works once, no later than {formatWhen(made.expiresAt, now)}.
        {made.isSent ? ' Should the e-mail not come, give it over yourself.' : ' This server sends no e-mail.'}
      </span>
      <input id="made-link" readOnly aria-label="Invitation link" className="field code" value={made.link} onFocus={(event) => event.target.select()} />
      <CopyButton text={made.link} from="made-link" />
    </output>
  );
}

function Waiting() {
  const invitations = useQuery(invitationsQuery());
  const queryClient = useQueryClient();
  const now = useNow();
  const withdraw = useMutation({
    mutationFn: (id: string) => request<void>(`/api/team/invitations/${encodeURIComponent(id)}`, { method: 'DELETE' }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: invitationsQuery().queryKey }),
  });
  if (invitations.isPending) return <Skeleton label="Looking for invitations" heights={[60]} />;
  if (invitations.isError) return <FailureNotice thrown={invitations.error} onRetry={() => void invitations.refetch()} />;
  if (invitations.data.invitations.length === 0) return <p className="meta">No invitation is waiting.</p>;
  return (
    <>
      <ul aria-label="Invitations that wait" className="card divide-y divide-line px-5">
        {invitations.data.invitations.map(({ id, email, role, invitedBy, expiresAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 py-2.5">
            <span className="grid min-w-0">
              <span className="[overflow-wrap:anywhere]">
                <Plain>{email}</Plain>
              </span>
              <span className="meta">
                {ROLE_NAMES[role]}, invited by <Plain>{invitedBy}</Plain>, good until {formatWhen(expiresAt, now)}
              </span>
            </span>
            <Button look="quiet" disabled={withdraw.isPending} aria-label={`Withdraw the invitation of ${email}`} onClick={() => withdraw.mutate(id)}>
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
      {withdraw.isError && <FailureNotice thrown={withdraw.error} />}
    </>
  );
}
