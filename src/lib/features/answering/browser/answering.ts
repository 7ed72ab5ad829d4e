import { ballotNumber, ballotNumberBytes, encodeBallotText } from '@lerend/ballot';
import { encodeOpenBallotText } from '../open-payload.ts';
import { codeInAddress, typedCode } from './came-with-code.ts';
import { deviceStore } from './device-store.ts';
import { answerOf, emptyDraft, isBegun, restored, withAnswer, withWords } from './draft.ts';
import type { Draft } from './draft.ts';
import { pageParts } from './page-parts.ts';
import type { PageParts } from './page-parts.ts';
import { postToDoor, waitForConnection } from './post-to-door.ts';
import { sendBallot } from './send.ts';
import { leftOpenSentence, showCodeError, showStep } from './show-step.ts';
import { speedBand } from './speed-band.ts';

const parts = pageParts(document);
if (parts) answer(parts);

/** Turns the one long form into screens, keeps the draft on the device, and sends the ballot by itself. */
function answer(page: PageParts): void {
  const { form, settings, steps } = page;
  const { texts } = settings;
  const last = steps.length - 1;
  const code = codeInAddress(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);

  const store = deviceStore(settings.code);
  const newNumber = () => ballotNumber(crypto.getRandomValues(new Uint8Array(ballotNumberBytes)));
  const found = restored(store.read(), settings, code);
  let draft: Draft = found ?? emptyDraft(settings, newNumber(), code);
  let begin = isBegun(draft) ? texts.continue : texts.begin;
  let isKept = true;
  let isSending = false;
  let lastAnswerAt = performance.now();

  function change(next: Draft): void {
    draft = next;
    isKept = !page.shared.checked && store.keep(draft);
  }

  function show(step: number, isFirstSight = false): void {
    if (step > 0) change({ ...draft, step });
    if (step === last) page.leftOpen.textContent = leftOpenSentence(page, (id) => Object.hasOwn(draft.answers, id));
    lastAnswerAt = performance.now();
    showStep(page, step, begin, isFirstSight);
  }

  function go(step: number): void {
    history.pushState({ step }, '');
    show(step);
  }

  function leaveStart(): void {
    const typed = page.codeBlock.hidden ? ({ ok: true, code: draft.code } as const) : typedCode(page.code.value);
    if (!typed.ok) return showCodeError(page, texts[typed.text]);
    showCodeError(page, '');
    page.resume.hidden = true;
    change({ ...draft, code: typed.code });
    const step = Math.min(Math.max(draft.step, 1), last);
    begin = texts.continue;
    go(step);
  }

  function fillIn(): void {
    form.reset();
    for (const [itemId, given] of Object.entries(draft.answers)) {
      const group = form.elements.namedItem(itemId);
      if (group instanceof RadioNodeList) group.value = given === 'dont-know' ? '9' : String(given);
    }
    for (const area of form.querySelectorAll('textarea')) area.value = draft.words[area.name] ?? '';
    page.code.value = draft.code;
    page.codeBlock.hidden = draft.code !== '';
  }

  async function send(): Promise<void> {
    if (isSending) return;
    isSending = true;
    page.refused.hidden = true;
    page.status.textContent = texts.sending;
    const { form: name, instrumentVersion, language } = settings;
    const { answers, words, pauses, number } = draft;
    const payload = encodeBallotText({ form: name, instrumentVersion, language, answers, speedBand: speedBand(pauses) });
    const openPayload = Object.keys(words).length > 0 ? encodeOpenBallotText({ answers: words }) : null;
    const sent = await sendBallot(
      { code: draft.code, number, payload, openPayload },
      {
        post: postToDoor(settings.code, language),
        wait: waitForConnection,
        waiting: () => {
          page.status.textContent = isKept ? texts['waiting-kept'] : texts['waiting-unkept'];
        },
      },
    );
    isSending = false;
    page.status.textContent = '';
    if (sent.ok) return thank();
    if (sent.refused.field === 'code') {
      go(0);
      return showCodeError(page, sent.refused.sentence);
    }
    page.refusedText.textContent = sent.refused.sentence;
    page.refused.hidden = false;
  }

  function thank(): void {
    store.forget();
    page.heading.hidden = true;
    form.hidden = true;
    page.thanks.hidden = false;
    scrollTo(0, 0);
    page.thanks.querySelector('h1')?.focus({ preventScroll: true });
  }

  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    const given = answerOf(target.value);
    const now = performance.now();
    if (given !== undefined) change(withAnswer(draft, target.name, given, now - lastAnswerAt));
    lastAnswerAt = now;
  });
  form.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) change(withWords(draft, target.name, target.value));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const step = steps.findIndex((section) => !section.hidden);
    if (step === last) void send();
    else if (step === 0) leaveStart();
    else go(step + 1);
  });
  page.next.addEventListener('click', () => {
    const step = steps.findIndex((section) => !section.hidden);
    if (step === 0) leaveStart();
    else go(step + 1);
  });
  page.back.addEventListener('click', () => go(steps.findIndex((section) => !section.hidden) - 1));
  page.changeAnswers.addEventListener('click', () => go(1));
  page.startOver.addEventListener('click', () => {
    store.forget();
    draft = emptyDraft(settings, newNumber(), code);
    begin = texts.begin;
    page.resume.hidden = true;
    fillIn();
    show(0);
  });
  page.shared.addEventListener('change', () => {
    if (page.shared.checked) store.forget();
    change(draft);
  });
  for (const link of page.languageLinks)
    link.addEventListener('click', () => {
      link.hash = draft.code;
    });
  addEventListener('popstate', ({ state }: PopStateEvent) => {
    const step: unknown = (state as { step?: unknown } | null)?.step;
    show(typeof step === 'number' ? Math.min(step, last) : 0);
  });
  addEventListener('beforeunload', (event) => {
    if (!isKept && isBegun(draft) && page.thanks.hidden) event.preventDefault();
  });

  for (const element of document.querySelectorAll<HTMLElement>('[data-with-script]')) element.hidden = false;
  for (const element of document.querySelectorAll<HTMLElement>('[data-without-script]')) element.hidden = true;
  page.resume.hidden = !isBegun(draft);
  fillIn();
  show(0, true);
}
