import { formNames, instrumentVersion } from '@lerend/instrument';
import type { FormName, Localised } from '@lerend/instrument';
import type { Aggregate } from './aggregate.ts';

/** Organisations at least: a member who takes out its own still looks at four. */
export const fewestOrganisations = 5;

/** No organisation may have a larger share of the answers than this. */
const largestShare = 0.4;

const narrowestSpread = 1;

/** One area over organisations, each counting once. Whole points. */
export interface PooledArea {
  readonly organisations: number;
  readonly mean: number;
  /** Standard deviation between organisations, n − 1; at least 1: 0 would say that all have the very same score. */
  readonly spread: number;
}

export interface Pool {
  readonly format: 'lerend-pool/1';
  readonly instrumentVersion: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly organisations: number;
  readonly forms: { readonly [form in FormName]?: { readonly [areaId: string]: PooledArea } };
}

type Member = Omit<Aggregate, 'correlations'>;

/**
 * Brings aggregates of different organisations together. Refused, with sentences, when there are fewer than five, when
 * one organisation is in it twice, or when one may have over 40 % of the answers. A form or an area that holds to this
 * for too few organisations is left out.
 */
export function poolAggregates(
  members: readonly { readonly file: string; readonly aggregate: Member }[],
): { readonly ok: true; readonly value: Pool } | { readonly ok: false; readonly messages: readonly Localised[] } {
  const messages = [...tooFew(members.length), ...twice(members), ...tooLarge(members)];
  if (messages.length > 0) return { ok: false, messages };
  const all = members.map(({ aggregate }) => aggregate);
  const forms = Object.fromEntries(
    formNames.flatMap((form) => {
      const areas = pooledAreas(all, form);
      return Object.keys(areas).length === 0 ? [] : [[form, areas] as const];
    }),
  );
  if (Object.keys(forms).length === 0) return { ok: false, messages: [noForm] };
  const years = all.map(({ year }) => year);
  return {
    ok: true,
    value: {
      format: 'lerend-pool/1',
      instrumentVersion,
      years: { from: Math.min(...years), to: Math.max(...years) },
      organisations: all.length,
      forms,
    },
  };
}

function pooledAreas(members: readonly Member[], form: FormName): { readonly [areaId: string]: PooledArea } {
  const areaIds = [...new Set(members.flatMap(({ scores }) => Object.keys(scores[form] ?? {})))];
  return Object.fromEntries(
    areaIds.flatMap((areaId) => {
      const having = members.filter(({ scores }) => scores[form]?.[areaId] !== undefined);
      if (having.length < fewestOrganisations || having.some((one) => shareAtWorst(one, having) > largestShare))
        return [];
      const scores = having.map(({ scores: own }) => own[form]?.[areaId] ?? Number.NaN);
      const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
      const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
      const spread = Math.max(narrowestSpread, Math.round(Math.sqrt(squares / (scores.length - 1))));
      return [[areaId, { organisations: scores.length, mean: Math.round(mean), spread }] as const];
    }),
  );
}

/** The largest share that an organisation can have: the upper end of its class, the lower ends of all others'. */
function shareAtWorst(one: Member, members: readonly Member[]): number {
  const others = members.reduce((sum, other) => (other === one ? sum : sum + other.answers.from), 0);
  return one.answers.to / (one.answers.to + others);
}

function tooFew(count: number): Localised[] {
  if (count >= fewestOrganisations) return [];
  return [
    {
      nl: `Een pool heeft minstens ${fewestOrganisations} organisaties nodig; dit zijn er ${count}. Met minder zou één organisatie te herkennen zijn.`,
      en: `A pool needs at least ${fewestOrganisations} organisations; these are ${count}. With fewer, one organisation could be recognised.`,
    },
  ];
}

function twice(members: readonly { readonly file: string; readonly aggregate: Member }[]): Localised[] {
  return members.flatMap(({ file, aggregate }, place) => {
    const first = members.findIndex((one) => one.aggregate.name === aggregate.name);
    const other = members[first]?.file ?? '';
    if (first === place) return [];
    return [
      {
        nl: `${file}: deze organisatie is er al met ${other}. Neem van elke organisatie één bestand.`,
        en: `${file}: this organisation is here already with ${other}. Take one file of each organisation.`,
      },
    ];
  });
}

function tooLarge(members: readonly { readonly file: string; readonly aggregate: Member }[]): Localised[] {
  const all = members.map(({ aggregate }) => aggregate);
  if (all.length < fewestOrganisations) return [];
  const percent = Math.round(largestShare * 100);
  return members.flatMap(({ file, aggregate }) => {
    const share = shareAtWorst(aggregate, all);
    if (share <= largestShare) return [];
    return [
      {
        nl: `${file}: deze organisatie kan ${Math.round(share * 100)} % van de antwoorden hebben; meer dan ${percent} % mag niet, want dan gaat de pool vooral over haar. Voeg organisaties toe of laat deze weg.`,
        en: `${file}: this organisation may have ${Math.round(share * 100)} % of the answers; more than ${percent} % is not allowed, since the pool would be mostly about it. Add organisations or leave this one out.`,
      },
    ];
  });
}

const noForm: Localised = {
  nl: `Er is geen vragenlijst waarop minstens ${fewestOrganisations} organisaties een uitkomst deelden.`,
  en: `There is no form on which at least ${fewestOrganisations} organisations shared an outcome.`,
};
