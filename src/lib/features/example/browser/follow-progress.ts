import type { ProgressAnswer } from '../contract.ts';

const bar = document.querySelector<HTMLProgressElement>('#example-progress');
const sentence = document.querySelector<HTMLElement>('#example-sentence');
const everyMilliseconds = 500;

/** Shows how far the example is, and goes on to it when it is there. A request that fails is simply asked again. */
async function follow(): Promise<void> {
  try {
    const response = await fetch('/example/progress', { headers: { accept: 'application/json' } });
    if (response.ok) {
      const answer = (await response.json()) as ProgressAnswer;
      if (answer.isOver) {
        location.replace('/example');
        return;
      }
      if (bar && answer.percent !== null) bar.value = answer.percent;
      // The same sentence again would be read aloud again.
      if (sentence && sentence.textContent !== answer.sentence) sentence.textContent = answer.sentence;
    }
  } catch {
    // The server is away for a moment: the next question finds it back.
  }
  setTimeout(() => void follow(), everyMilliseconds);
}

void follow();
