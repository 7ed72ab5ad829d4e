/**
 * The quick try's own answers, drawn in the browser and kept nowhere: eleven small gauges onto which the answers fall
 * as dots. One person's answer has no uncertainty and no level, so there are neither here.
 */
export interface OwnAnswer {
  /** Short name of the area. */
  name: string;
  /** From 1 (nooit) to 5 (altijd); undefined when it was not answered. */
  answer: 1 | 2 | 3 | 4 | 5 | undefined;
  /** The answer in words: "vaak", or "geen antwoord". */
  answerName: string;
}

export interface OwnGaugeTexts {
  /** Accessible name of the list. */
  label: string;
  /** How to read it: "Onderaan is nooit, bovenaan is altijd." */
  caption: string;
}

const svgSpace = 'http://www.w3.org/2000/svg';
const height = 180;
const top = 12;

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** The height at which an answer lies on the drawing. */
export function ownAnswerHeight(answer: 1 | 2 | 3 | 4 | 5): number {
  return top + (1 - (answer - 1) / 4) * (height - 2 * top);
}

function gauge({ answer }: OwnAnswer): SVGElement {
  const drawn = shape('svg', {
    class: 'gauge gauge-own',
    viewBox: `0 0 48 ${height}`,
    width: 48,
    height,
    'aria-hidden': 'true',
  });
  const bottom = height - top;
  const ticks = Array.from({ length: 21 }, (_, index) => {
    const y = top + (index / 20) * (bottom - top);
    return `M4 ${y.toFixed(2)}h${index % 5 === 0 ? 12 : 5}`;
  }).join('');
  if (answer !== undefined)
    drawn.append(
      shape('rect', {
        class: 'gauge-water',
        x: 4,
        width: 12,
        y: ownAnswerHeight(answer),
        height: bottom - ownAnswerHeight(answer),
      }),
    );
  drawn.append(
    shape('path', { class: 'gauge-tick', d: ticks, fill: 'none', 'stroke-width': 0.75 }),
    shape('path', { class: 'gauge-spine', d: `M4 ${top}V${bottom}`, fill: 'none', 'stroke-width': 2 }),
  );
  if (answer !== undefined)
    drawn.append(shape('circle', { class: 'own-gauge-dot is-falling', cx: 30, cy: ownAnswerHeight(answer), r: 7 }));
  return drawn;
}

/**
 * Fills `host` with the eleven gauges; what stood in it before is gone. The words beside each gauge say the same as
 * the drawing, which is hidden from screen readers. `beforeDitch`: how many areas come before the wider gap.
 */
export function drawOwnGauges(
  host: Element,
  answers: readonly OwnAnswer[],
  texts: OwnGaugeTexts,
  beforeDitch = 5,
): void {
  const list = document.createElement('ol');
  list.className = 'gauge-row own-gauge-row';
  list.setAttribute('aria-label', texts.label);
  answers.forEach((own, index) => {
    const item = document.createElement('li');
    if (index === beforeDitch) item.className = 'after-ditch';
    const name = document.createElement('span');
    name.textContent = own.name;
    const words = document.createElement('strong');
    words.textContent = own.answerName;
    item.append(gauge(own), name, words);
    list.append(item);
  });
  const caption = document.createElement('p');
  caption.className = 'quiet';
  caption.textContent = texts.caption;
  host.replaceChildren(caption, list);
}
