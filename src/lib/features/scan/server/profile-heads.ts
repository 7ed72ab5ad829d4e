import { profileQuestions } from '@lerend/instrument';
import type { ProfileQuestionId } from '@lerend/instrument';
import { z } from 'zod';
import type { Context } from '#lib/platform/context/index.ts';
import { Refusal } from '#lib/platform/refusal/index.ts';
import type { ProfileHeads } from '../contract.ts';
import { scanMessages } from '../messages.ts';

/** One field per answer of every profile question, in order, as the form sends them; empty: not known. */
export const ProfileHeadsInput = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.union([z.string(), z.number()]).transform((one) => String(one).trim())),
);

type Fault = 'heads-unclear' | 'heads-incomplete';

/** What was typed for the questions that are asked, or what is wrong with it. */
export function typedHeads(fields: readonly string[], asked: readonly ProfileQuestionId[]): ProfileHeads | Fault {
  const heads: { [id in ProfileQuestionId]?: number[] } = {};
  let from = 0;
  for (const { id, bands } of profileQuestions) {
    const own = fields.slice(from, (from += bands.length));
    if (!asked.includes(id) || own.every((one) => one === '')) continue;
    if (own.some((one) => one !== '' && !/^\d{1,6}$/.test(one))) return 'heads-unclear';
    if (own.length < bands.length || own.includes('')) return 'heads-incomplete';
    heads[id] = own.map(Number);
  }
  return heads;
}

/** As they are kept, in the order in which questions are asked. */
export function keptHeads(kept: unknown): ProfileHeads {
  const given = kept as ProfileHeads;
  return Object.fromEntries(profileQuestions.flatMap(({ id }) => (given[id] ? [[id, given[id]]] : [])));
}

/** A list of who works where is seldom of this very day; numbers that are further apart are about other people. */
const mostApart = { share: 0.05, people: 2 } as const;

/** The first question of which the numbers are not those of the people that are asked; null while nobody can be asked. */
export function misfit(
  heads: ProfileHeads,
  people: number,
): { readonly name: ProfileQuestionId; readonly sum: number } | null {
  const most = Math.max(mostApart.people, Math.ceil(mostApart.share * people));
  for (const { id } of profileQuestions) {
    const sum = heads[id]?.reduce((all, one) => all + one, 0);
    if (people > 0 && sum !== undefined && Math.abs(sum - people) > most) return { name: id, sum };
  }
  return null;
}

/** Numbers of other people than are asked would weigh the result to somebody else. */
export function refuseMisfit({ language }: Pick<Context, 'language'>, heads: ProfileHeads, people: number): void {
  const found = misfit(heads, people);
  if (found === null) return;
  const name = profileQuestions.find(({ id }) => id === found.name)?.name[language] ?? '';
  throw new Refusal(422, scanMessages(language)('heads-misfit', { name, sum: found.sum, people }), 'profileHeads');
}
