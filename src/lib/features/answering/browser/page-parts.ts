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
  readonly carry: LinkParts;
  /** The key of the ballot that was sent, to keep. */
  readonly key: LinkParts;
  /** For who came with such a key. */
  readonly keyNotice: HTMLElement;
  readonly withdrawByKey: HTMLButtonElement;
  readonly next: HTMLButtonElement;
  readonly back: HTMLButtonElement;
  readonly startOver: HTMLButtonElement;
  readonly thanks: HTMLElement;
  readonly thanksTitle: HTMLElement;
  /** On the page after sending: whether the sealed ballot has left. */
  readonly leaving: HTMLElement;
  /** What became of a ballot that waited on this device since a visit before. */
  readonly before: HTMLElement;
  /** Why this browser can't seal, and what to do. */
  readonly withoutSealing: HTMLElement;
  readonly change: HTMLElement;
  readonly changeAnswers: HTMLButtonElement;
  /** With its button. */
  readonly withdraw: HTMLElement;
  /** On a device of others: why nothing can be changed any more. */
  readonly withoutKey: HTMLElement;
  /** What there is to say of each way in which a ballot was let go. */
  readonly outcomes: readonly HTMLElement[];
  readonly languageLinks: readonly HTMLAnchorElement[];
  /** In a pilot for research: the ways to stop and leave nothing behind. */
  readonly declineLinks: readonly HTMLAnchorElement[];
}

/** A link to keep, with its QR code, as ui/LinkPanel writes them. */
export interface LinkParts {
  readonly button: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly qr: HTMLElement;
  readonly link: HTMLInputElement;
  readonly copy: HTMLButtonElement;
  readonly note: HTMLElement;
}

/** Throws on a page without a questionnaire: that page has no script either. */
export function pageParts(page: Document): PageParts {
  const part = <Kind extends HTMLElement>(name: string): Kind => {
    const element = page.querySelector<Kind>(`[data-part="${name}"]`);
    if (!element) throw new Error(`The page has no ${name}.`);
    return element;
  };
  const linkParts = (name: 'carry' | 'key'): LinkParts => ({
    button: part<HTMLButtonElement>(name),
    panel: part(`${name}-panel`),
    qr: part(`${name}-qr`),
    link: part<HTMLInputElement>(`${name}-link`),
    copy: part<HTMLButtonElement>(`${name}-copy`),
    note: part(`${name}-note`),
  });
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
    carry: linkParts('carry'),
    key: linkParts('key'),
    keyNotice: part('key-notice'),
    withdrawByKey: part<HTMLButtonElement>('withdraw-by-key'),
    next: part<HTMLButtonElement>('next'),
    back: part<HTMLButtonElement>('back'),
    startOver: part<HTMLButtonElement>('start-over'),
    thanks: part('thanks'),
    thanksTitle: part('thanks-title'),
    leaving: part('leaving'),
    before: part('before'),
    withoutSealing: part('without-sealing'),
    change: part('change'),
    changeAnswers: part<HTMLButtonElement>('change-answers'),
    withdraw: part('withdraw'),
    withoutKey: part('without-key'),
    outcomes: [...page.querySelectorAll<HTMLElement>('[data-outcome]')],
    languageLinks: [...page.querySelectorAll<HTMLAnchorElement>('[data-language-link]')],
    declineLinks: [...page.querySelectorAll<HTMLAnchorElement>('[data-decline]')],
  };
}
