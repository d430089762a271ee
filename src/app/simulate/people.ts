import { randomBytes } from 'node:crypto';
import type { PersonId } from '../../model/team/ids.ts';
import type { TeamRole } from '../../model/team-role.ts';
import { findMembership, listMembers } from '../../store/accounts/members-table.ts';
import { invitePerson } from '../team/accounts/invite-person.ts';
import { joinOrganisation } from '../team/accounts/join-organisation.ts';
import { makeSetUpLink } from '../team/accounts/make-set-up-link.ts';
import { setUpOrganisation } from '../team/accounts/set-up-organisation.ts';
import type { Caller } from '../team/caller.ts';
import type { TeamApp } from '../team/team-app.ts';
import type { Chance } from './chance.ts';
import { must } from './must.ts';

/** Somebody of a simulated year. */
export interface SimPerson extends Caller {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  /** How often they tell a sound decision from one that is not, at the start: .5 is guessing. Never stored, never shown. */
  readonly skill: number;
  /** How often they do what a week asks. */
  readonly care: number;
}

const FIRST = [
  'Adaeze',
  'Bjarne',
  'Cansu',
  'Dilnoza',
  'Emre',
  'Farida',
  'Gwen',
  'Hanako',
  'Ikaika',
  'Jorunn',
  'Kofi',
  'Liesl',
  'Marisol',
  'Nadim',
  'Oriana',
  'Pinar',
  'Quentin',
  'Rania',
  'Soraya',
  'Tomasz',
];
const LAST = ['Abbas', 'Brandt', 'Castellano', 'Dube', 'Eriksen', 'Fofana', 'Grabow', 'Hakimi', 'Iversen', 'Jansen', 'Kovac', 'Lindqvist', 'Mbeki'];

export interface SimOrganisation {
  readonly owner: SimPerson;
  readonly lead: SimPerson;
  readonly preceptees: readonly SimPerson[];
  readonly preceptors: readonly SimPerson[];
  /** Who signs: of nobody's pair. */
  readonly signers: readonly SimPerson[];
  /** One for all of them, made for this simulation. */
  readonly password: string;
}

export interface Headcount {
  readonly preceptees: number;
  readonly preceptors: number;
  readonly signers: number;
}

/** An organisation with its people, made as people make it: a set-up link, invitations, joining. */
export async function makePeople(app: TeamApp, chance: Chance, count: Headcount): Promise<SimOrganisation> {
  const password = randomBytes(12).toString('base64url');
  const names = drawNames(chance, 2 + count.preceptees + count.preceptors + count.signers);
  const [ownerName = '', leadName = '', ...others] = names;
  const token = (await makeSetUpLink(app)).split('#')[1] ?? '';
  const ownerEmail = toEmail(ownerName);
  const { person } = must(await setUpOrganisation(app, { token, organisation: 'A simulated year', name: ownerName, email: ownerEmail, password }));
  const organisation = (await findMembership(app.accounts, person))?.organisation ?? '';
  const owner: SimPerson = {
    organisation,
    person: person as PersonId,
    role: 'owner',
    byToken: false,
    name: ownerName,
    email: ownerEmail,
    skill: 0.8,
    care: 0.9,
  };

  const join = async (name: string, role: TeamRole, of: Pick<SimPerson, 'skill' | 'care'>): Promise<SimPerson> => {
    const email = toEmail(name);
    const invited = must(await invitePerson(app, owner, { email, role }));
    must(await joinOrganisation(app, { token: invited.link.split('#')[1] ?? '', name, password }));
    const member = (await listMembers(app.accounts, organisation)).find((each) => each.email === email);
    if (!member) throw new Error(`Nobody joined as ${email}.`);
    return { organisation, person: member.person as PersonId, role, byToken: false, name, email, ...of };
  };
  const joinAll = async (from: number, people: number, skill: readonly [number, number]): Promise<SimPerson[]> => {
    const joined: SimPerson[] = [];
    for (const name of others.slice(from, from + people))
      joined.push(await join(name, 'member', { skill: skill[0] + chance.next() * (skill[1] - skill[0]), care: 0.65 + chance.next() * 0.33 }));
    return joined;
  };
  return {
    owner,
    lead: await join(leadName, 'lead', { skill: 0.8, care: 0.95 }),
    preceptees: await joinAll(0, count.preceptees, [0.5, 0.7]),
    preceptors: await joinAll(count.preceptees, count.preceptors, [0.7, 0.9]),
    signers: await joinAll(count.preceptees + count.preceptors, count.signers, [0.75, 0.9]),
    password,
  };
}

/** Each once. */
function drawNames(chance: Chance, count: number): string[] {
  const all = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(chance.pick(all));
  return [...drawn];
}

const toEmail = (name: string): string => `${name.toLowerCase().replaceAll(' ', '.')}@rounds.example`;
