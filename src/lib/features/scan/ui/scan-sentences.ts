import { publicationRules } from '@lerend/disclosure';
import { formatDay } from '#lib/platform/language/index.ts';
import type { Language } from '#lib/platform/language/index.ts';
import type { ScanInList, ScanOverview } from '../contract.ts';
import { scanMessages } from '../messages.ts';

/** What matters most about all peilingen together: one that runs, one that is being prepared, or the last result. */
export function listHeading(scans: readonly ScanInList[], language: Language): string {
  const say = scanMessages(language);
  const open = scans.find((scan) => scan.state === 'open');
  if (open) return say('list-heading-open', { title: open.title, day: formatDay(open.closesOn, language) });
  const draft = scans.find((scan) => scan.state === 'draft');
  if (draft)
    return say(draft.missing.length > 0 ? 'list-heading-draft' : 'list-heading-ready', {
      title: draft.title,
      n: draft.missing.length,
    });
  const counted = scans.filter((scan) => scan.state === 'opened').length;
  return counted > 0 ? say('list-heading-counted', { n: counted }) : say('list-heading-none');
}

/** Where one peiling stands, and what it waits for. */
export function stateLine(scan: ScanInList, language: Language): string {
  const say = scanMessages(language);
  if (scan.state !== 'draft') {
    return say(scan.isPilot && scan.state === 'opened' ? 'line-opened-pilot' : `line-${scan.state}`, {
      day: formatDay(scan.closesOn, language),
      result: scan.resultOn && formatDay(scan.resultOn, language),
    });
  }
  const [first] = scan.missing;
  return first ? say(`missing-${first}`) : say('line-ready');
}

/** The finding of one peiling's own page. */
export function overviewHeading(scan: ScanOverview, today: string, language: Language): string {
  const say = scanMessages(language);
  const { title, missing, state } = scan;
  if (state === 'draft')
    return say(missing.length > 0 ? 'heading-draft' : 'heading-ready', { title, n: missing.length });
  if (state === 'open' && today < scan.opensOn)
    return say('heading-announced', { title, day: formatDay(scan.opensOn, language) });
  return say(`heading-${state}`, { title, day: formatDay(scan.closesOn, language) });
}

/** What is kept of everyone's answers, and until when. */
export function keptSentences(
  { research, profileQuestions }: Pick<ScanOverview, 'research' | 'profileQuestions'>,
  language: Language,
): readonly string[] {
  const say = scanMessages(language);
  if (research === null)
    return (
      [
        'kept-invitation',
        'kept-ballot',
        'kept-counted',
        ...(profileQuestions.length > 0 ? (['kept-profile'] as const) : []),
        'kept-never',
      ] as const
    ).map((key) => say(key));
  const { researcher, keptUntil } = research;
  const least = publicationRules.minimumForResearchRows;
  return [
    say('kept-pilot-invitation'),
    say('kept-pilot-ballot'),
    say('kept-pilot-counted', { day: formatDay(keptUntil, language), least }),
    say('kept-pilot-export', { researcher }),
  ];
}
