import type { ScriptSettings } from '../contract.ts';

/** The places on the page that the script works with, as ui/ writes them. */
export interface PageParts {
  readonly form: HTMLFormElement;
  readonly settings: ScriptSettings;
  readonly heading: HTMLElement;
  readonly title: HTMLElement;
  /** The start, the screens with questions, sending: in order. */
  readonly steps: readonly HTMLElement[];
  /** The ids of the items on each screen that has any. */
  readonly itemsPerStep: readonly (readonly string[])[];
  /** Those, and the questions about the respondent: everything that can be answered with a choice, in order. */
  readonly choiceIds: readonly string[];
  readonly progress: HTMLElement;
  readonly progressText: HTMLElement;
  readonly progressBar: HTMLProgressElement;
  readonly code: HTMLInputElement;
  readonly codeBlock: HTMLElement;
  readonly codeError: HTMLElement;
  readonly resume: HTMLElement;
  readonly resumeText: HTMLElement;
  readonly shared: HTMLInputElement;
  readonly leftOpen: HTMLElement;
  /** Before sending: where the answers count. */
  readonly group: HTMLElement;
  readonly status: HTMLElement;
  readonly refused: HTMLElement;
  readonly refusedText: HTMLElement;
  /** Carrying the draft to another device. */
  readonly carry: HTMLButtonElement;
  readonly carryPanel: HTMLElement;
  readonly carryQr: HTMLElement;
  readonly carryLink: HTMLInputElement;
  readonly carryCopy: HTMLButtonElement;
  readonly carryNote: HTMLElement;
  readonly next: HTMLButtonElement;
  readonly back: HTMLButtonElement;
  readonly startOver: HTMLButtonElement;
  readonly thanks: HTMLElement;
  /** On the page after sending: whether the sealed ballot has left. */
  readonly leaving: HTMLElement;
  /** What became of a ballot that waited on this device since a visit before. */
  readonly before: HTMLElement;
  /** Why this browser can't seal, and what to do. */
  readonly withoutSealing: HTMLElement;
  readonly change: HTMLElement;
  readonly changeAnswers: HTMLButtonElement;
  readonly languageLinks: readonly HTMLAnchorElement[];
  /** In a pilot for research: the ways to stop and leave nothing behind. */
  readonly declineLinks: readonly HTMLAnchorElement[];
}

/** Throws on a page without a questionnaire: that page has no script either. */
export function pageParts(page: Document): PageParts {
  const part = <Kind extends HTMLElement>(name: string): Kind => {
    const element = page.querySelector<Kind>(`[data-part="${name}"]`);
    if (!element) throw new Error(`The page has no ${name}.`);
    return element;
  };
  const form = part<HTMLFormElement>('form');
  const steps = [...form.querySelectorAll<HTMLElement>('[data-step]')];
  return {
    form,
    settings: JSON.parse(form.dataset['answering'] ?? '{}') as ScriptSettings,
    heading: part('heading'),
    title: part('title'),
    steps,
    itemsPerStep: steps.flatMap((step) => {
      const items = [...step.querySelectorAll<HTMLElement>('[data-item]')];
      return items.length > 0 ? [items.map(({ dataset }) => dataset['item'] ?? '')] : [];
    }),
    choiceIds: [...form.querySelectorAll<HTMLElement>('[data-item], [data-profile]')].map(
      ({ dataset: { item, profile } }) => item ?? profile ?? '',
    ),
    progress: part('progress'),
    progressText: part('progress-text'),
    progressBar: part<HTMLProgressElement>('progress-bar'),
    code: part<HTMLInputElement>('code'),
    codeBlock: part('code-block'),
    codeError: part('code-error'),
    resume: part('resume'),
    resumeText: part('resume-text'),
    shared: part<HTMLInputElement>('shared'),
    leftOpen: part('left-open'),
    group: part('group'),
    status: part('status'),
    refused: part('refused'),
    refusedText: part('refused-text'),
    carry: part<HTMLButtonElement>('carry'),
    carryPanel: part('carry-panel'),
    carryQr: part('carry-qr'),
    carryLink: part<HTMLInputElement>('carry-link'),
    carryCopy: part<HTMLButtonElement>('carry-copy'),
    carryNote: part('carry-note'),
    next: part<HTMLButtonElement>('next'),
    back: part<HTMLButtonElement>('back'),
    startOver: part<HTMLButtonElement>('start-over'),
    thanks: part('thanks'),
    leaving: part('leaving'),
    before: part('before'),
    withoutSealing: part('without-sealing'),
    change: part('change'),
    changeAnswers: part<HTMLButtonElement>('change-answers'),
    languageLinks: [...page.querySelectorAll<HTMLAnchorElement>('[data-language-link]')],
    declineLinks: [...page.querySelectorAll<HTMLAnchorElement>('[data-decline]')],
  };
}
