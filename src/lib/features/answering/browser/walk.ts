import { parseInvitationCode } from '@lerend/ballot';
import { isBegun } from './draft.ts';
import { isNobody } from './respondent.ts';
import type { Respondent } from './respondent.ts';
import { leftOpenSentence, showCodeError, showStep } from './show-step.ts';

/** The way along the screens: the start, one for each area, sending. */
export interface Walk {
  readonly isAtEnd: boolean;
  /** Milliseconds since the last answer, or since this screen came up. */
  pause(): number;
  show(step: number, isFirstSight?: boolean): void;
  go(step: number): void;
  goOn(): void;
  goBack(): void;
  goToEnd(): void;
}

/** `arrived`: called each time that another screen came up. */
export function walkAlong(respondent: Respondent, arrived: () => void): Walk {
  const { page, session, sender } = respondent;
  const last = page.steps.length - 1;
  let lastAnswerAt = 0;

  const currentStep = () => page.steps.findIndex((section) => !section.hidden);

  function show(step: number, isFirstSight = false): void {
    if (step > 0) session.change({ ...session.draft, step });
    if (step === last) {
      page.leftOpen.textContent = leftOpenSentence(page, (id) => Object.hasOwn(session.draft.answers, id));
      sender.meetGroup();
    }
    lastAnswerAt = performance.now();
    showStep(page, step, isBegun(session.draft), isFirstSight);
    arrived();
  }

  function go(step: number): void {
    history.pushState({ step }, '');
    show(step);
  }

  function begin(): void {
    const typed = page.codeBlock.hidden
      ? ({ ok: true, code: session.draft.code } as const)
      : parseInvitationCode(page.code.value);
    if (!typed.ok) return showCodeError(page, page.settings.codeFaults[typed.fault]);
    showCodeError(page, '');
    page.resume.hidden = true;
    session.change({ ...session.draft, code: typed.code });
    sender.load();
    go(Math.min(Math.max(session.draft.step, 1), last));
  }

  addEventListener('popstate', ({ state }: PopStateEvent) => {
    const step: unknown = (state as { step?: unknown } | null)?.step;
    show(typeof step === 'number' && !isNobody(respondent) ? Math.min(step, last) : 0);
  });

  return {
    get isAtEnd() {
      return currentStep() === last;
    },
    pause() {
      const now = performance.now();
      const since = now - lastAnswerAt;
      lastAnswerAt = now;
      return since;
    },
    show,
    go,
    goOn: () => (currentStep() > 0 ? go(currentStep() + 1) : begin()),
    goBack: () => go(currentStep() - 1),
    goToEnd: () => go(last),
  };
}
