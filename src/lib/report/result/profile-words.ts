import type {
  BandResponse,
  ItemsByGroup,
  ProfileClassResult,
  ProfileCell,
  ProfileResult,
  Snapshot,
} from '@lerend/analysis';
import { minimumForProfile, publicationRules, publishedValue } from '@lerend/disclosure';
import type { Published } from '@lerend/disclosure';
import { itemOf, profileQuestionsOf } from '@lerend/instrument';
import type { ProfileQuestion } from '@lerend/instrument';
import type { Words } from '../language.ts';
import { areaName, itemText } from './area-words.ts';
import { profileDifferences } from './profile-differences.ts';
import type { ProfileDifference } from './profile-differences.ts';

/** A profile question in words, for page and paper alike. */
export interface ProfileInWords {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What differs most, by more than noise; null where nothing does. */
  readonly largest: { readonly sentence: string; readonly by: number } | null;
  /** What differs by more than noise, the most first; else that nothing does, or why nothing is told. */
  readonly sentences: readonly string[];
  /** Whether the audit found that groups tell too much beside the figures of units. */
  readonly isHeldBack: boolean;
  /** Empty where no two groups are large enough on any area, and where they are held back. */
  readonly classes: readonly ProfileClassInWords[];
  /** How much of each group took part, a sentence each; empty where that isn't known. */
  readonly response: readonly string[];
  /** Whether groups answer questions differently, and which; null where that wasn't looked at (`untestedSentence`). */
  readonly items: { readonly sentence: string; readonly differing: readonly string[] } | null;
}

export interface ProfileClassInWords {
  readonly label: string;
  readonly people: Published<number>;
  /** One per area. */
  readonly cells: readonly (Published<ProfileCell> | null)[];
}

/** Every profile question that this version knows, in the order in which it was asked. */
export function profileInWords(snapshot: Snapshot, words: Words): ProfileInWords[] {
  const results = snapshot.profile ?? [];
  const differences = profileDifferences(results);
  return results.flatMap((result) => {
    const [question] = profileQuestionsOf([result.questionId]);
    if (!question) return [];
    const own = differences.filter(({ questionId }) => questionId === question.id);
    return [inWords(question, result, { own, snapshot, words })];
  });
}

/** Why of some question no items were compared; null where all were, and in results from before that was done. */
export function untestedSentence({ profile = [] }: Snapshot, words: Words): string | null {
  const least = publicationRules.minimumForDrivers;
  return profile.some(({ items }) => items === null) ? words.say('profile.itemsTooFew', { least }) : null;
}

interface Around {
  readonly own: readonly ProfileDifference[];
  readonly snapshot: Snapshot;
  readonly words: Words;
}

function inWords(question: ProfileQuestion, result: ProfileResult, around: Around): ProfileInWords {
  const { words } = around;
  const differences = around.own.map((one) => differenceSentence(question, result, one, around));
  const [[largest], [sentence]] = [around.own, differences];
  const classes = (result.classes ?? []).map((one) => ({
    label: classLabel(question, one, words),
    people: one.people,
    cells: one.areas,
  }));
  const hasFigures = classes.some(({ cells }) => cells.some((cell) => cell !== null));
  const isHeldBack = result.isHeldBack ?? false;
  const least = minimumForProfile(around.snapshot.minimumGroupSize);
  const notTold = isHeldBack ? words.say('profile.heldBack') : words.say('profile.none', { least });
  const nothing = hasFigures ? words.say('profile.noDifference') : notTold;
  return {
    id: question.id,
    name: question.name[words.language],
    text: question.text[words.language],
    largest: largest && sentence !== undefined ? { sentence, by: Math.abs(largest.by) } : null,
    sentences: differences.length > 0 ? differences : [nothing],
    isHeldBack,
    classes: hasFigures ? classes : [],
    response: responseSentences(question, result.response ?? [], words),
    items: result.items ? itemSentences(question, result.items, words) : null,
  };
}

function differenceSentence(
  question: ProfileQuestion,
  { classes }: ProfileResult,
  { classNumber, areaNumber, own, others, by }: ProfileDifference,
  { snapshot, words }: Around,
): string {
  const who = question.bands[(classes?.[classNumber]?.bands[0] ?? 0) - 1]?.who[words.language] ?? '';
  return words.say('profile.difference', {
    who: capitalised(who),
    direction: by > 0 ? 'higher' : 'lower',
    area: areaName(snapshot.areaIds[areaNumber] ?? '', words.language),
    own,
    others,
  });
}

/** With the few who are counted along, in so many words. */
function classLabel(question: ProfileQuestion, { bands }: ProfileClassResult, words: Words): string {
  const [first = '', ...others] = bands.map((band) =>
    band === 0 ? words.say('profile.skipped') : bandLabel(question, band, words),
  );
  return new Intl.ListFormat(words.language, { type: 'disjunction' }).format([
    first,
    ...others.map((label) => label.charAt(0).toLowerCase() + label.slice(1)),
  ]);
}

/** `band` from 1. */
export function bandLabel(question: ProfileQuestion, band: number, { language }: Words): string {
  return question.bands[band - 1]?.label[language] ?? '';
}

function responseSentences(question: ProfileQuestion, response: readonly BandResponse[], words: Words): string[] {
  return response.flatMap(({ people, response: share }, at) => {
    if (people < publicationRules.minimumInvitedForResponse) return [];
    const label = bandLabel(question, at + 1, words);
    if (share === null) return [words.say('profile.responseMisfit', { label })];
    return [
      words.say('profile.response', { label, people, share: words.say(`profile.share.${publishedValue(share)}`) }),
    ];
  });
}

function itemSentences(
  question: ProfileQuestion,
  items: Published<ItemsByGroup>,
  words: Words,
): { sentence: string; differing: readonly string[] } {
  const differing = items.differing.map(({ itemId, band, direction }) =>
    words.say('profile.item', {
      item: itemText(itemId, words.language),
      who: question.bands[band - 1]?.who[words.language] ?? '',
      area: areaName(itemOf(itemId)?.area ?? '', words.language),
      direction,
    }),
  );
  const key = differing.length > 0 ? 'profile.itemsSome' : 'profile.itemsNone';
  return { sentence: words.say(key, { tested: items.tested, n: differing.length }), differing };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
