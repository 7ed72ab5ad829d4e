import { addressOf, cast } from './cast.ts';
import { chanceFor } from './chance.ts';
import { firstNames, lastNames } from './names.ts';
import { departments, organisationName, peopleAtTheTop } from './tree.ts';
import type { Team } from './tree.ts';

export interface RosterPerson {
  readonly name: string;
  readonly email: string | null;
  readonly unitPath: string;
  readonly managerEmail: string | null;
}

export interface Lead {
  readonly name: string;
  readonly email: string;
  readonly unit: string;
}

export interface Roster {
  readonly people: readonly RosterPerson[];
  /** Who leads which department or team; the director leads the whole. */
  readonly leads: readonly Lead[];
}

/** Who worked here at the first peiling, or at the second: some left, others came, nobody moved. */
export function rosterOf(year: 1 | 2): Roster {
  const nextName = nameDrawer();
  const people: RosterPerson[] = [];
  const leads: Lead[] = [];
  const director = cast.director;
  people.push({ name: director.name, email: director.email, unitPath: organisationName, managerEmail: null });
  const top = [
    cast.coordinator.name,
    cast['works-council'].name,
    ...Array.from({ length: peopleAtTheTop - 3 }, nextName),
  ];
  people.push(
    ...top.map((name) => ({ name, email: addressOf(name), unitPath: organisationName, managerEmail: director.email })),
  );

  for (const department of departments) {
    const head = lead(nextName(), department.name);
    leads.push(head);
    people.push({ ...head, unitPath: department.name, managerEmail: director.email });
    for (let own = 1; own < department.people; own += 1) {
      const name = nextName();
      people.push({ name, email: addressOf(name), unitPath: department.name, managerEmail: head.email });
    }
    for (const team of department.teams) {
      const isTheirs = cast.manager.unit === team.name;
      const teamLead = lead(isTheirs ? cast.manager.name : nextName(), team.name);
      leads.push(teamLead);
      const unitPath = `${department.name} > ${team.name}`;
      people.push({ ...teamLead, unitPath, managerEmail: head.email });
      const members = teamMembers(team, year, nextName);
      people.push(
        ...members.map((name) => ({ name, email: emailIn(team, name), unitPath, managerEmail: teamLead.email })),
      );
    }
  }
  return { people, leads };
}

const lead = (name: string, unit: string): Lead => ({ name, email: addressOf(name), unit });

/** The first `left` of a team go, and `joined` others come; names are drawn alike in both years. */
function teamMembers(team: Team, year: 1 | 2, nextName: () => string): readonly string[] {
  const { left = 0, joined = 0 } = team;
  const first = cast.member.unit === team.name ? [cast.member.name] : [];
  const stayed = [...first, ...Array.from({ length: team.people - 1 - first.length }, nextName)];
  const newcomers = Array.from({ length: joined }, nextName);
  return year === 1 ? stayed : [...stayed.slice(left), ...newcomers];
}

/** In shifts only the visitor's own employee has an address: an account needs one. */
function emailIn(team: Team, name: string): string | null {
  return team.isInShifts && name !== cast.member.name ? null : addressOf(name);
}

/** Names one after the other, none twice and none of the cast. */
function nameDrawer(): () => string {
  const { share } = chanceFor('names');
  const taken = new Set<string>(Object.values(cast).map(({ email }) => email));
  const pick = (list: readonly string[]): string => list[Math.floor(share() * list.length)] ?? '';
  return () => {
    for (;;) {
      const name = `${pick(firstNames)} ${pick(lastNames)}`;
      if (taken.has(addressOf(name))) continue;
      taken.add(addressOf(name));
      return name;
    }
  };
}

/** The list as a coordinator would upload it. */
export function rosterFile({ people }: Roster): Uint8Array {
  const rows = people.map(({ name, unitPath, managerEmail, email }) =>
    [name, unitPath, managerEmail ?? '', email ?? ''].join(';'),
  );
  return new TextEncoder().encode(['naam;onderdeel;leidinggevende;mailadres', ...rows].join('\r\n'));
}
