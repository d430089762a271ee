import { useQuery } from '@tanstack/react-query';
import { signOffsQuery } from '../../api/team/sign-off-queries.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section } from '../settings/section.tsx';
import { HeldLevels } from './held-levels.tsx';

/** On the growth screen: what is signed and holds, and where to ask for more. */
export function SignedSection() {
  const list = useQuery(signOffsQuery());
  if (!list.data) return null;
  return (
    <Section id="signed" title="Signed">
      <HeldLevels held={list.data.held} />
      <div>
        <ButtonLink to="/sign-offs">Sign-offs</ButtonLink>
      </div>
    </Section>
  );
}
