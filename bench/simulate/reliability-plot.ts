import type { ChanceClass } from '@lerend/analysis/simulation';

const side = 400;
const left = 56;
const top = 16;

/**
 * The chance of a level as it is stated, against the share of the cases in which it came true. A dot for each class of
 * chances, its area by the number of cases; on the line every chance is what it says.
 */
export function reliabilityPlot(classes: readonly ChanceClass[]): string {
  const x = (share: number) => (left + share * side).toFixed(1);
  const y = (share: number) => (top + (1 - share) * side).toFixed(1);
  const most = Math.max(...classes.map(({ cases }) => cases));
  const ticks = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const words = 'fill="#1C2327" font-family="sans-serif" font-size="13"';
  const description = classes
    .map(({ stated, found }) => `${(100 * stated).toFixed(0)} % stated, ${(100 * found).toFixed(0)} % true`)
    .join('; ');
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + side + 20} ${top + side + 52}" role="img">`,
    '<title>Chances of levels: stated and come true</title>',
    `<desc>${description}</desc>`,
    `<rect width="100%" height="100%" fill="#F7F5EF"/>`,
    ...ticks.flatMap((tick) => [
      `<path d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}" stroke="#D8D2C4" fill="none"/>`,
      `<text x="${x(tick)}" y="${top + side + 18}" text-anchor="middle" ${words}>${100 * tick}</text>`,
      `<text x="${left - 8}" y="${y(tick)}" dy="4" text-anchor="end" ${words}>${100 * tick}</text>`,
    ]),
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#1C2327" fill="none"/>`,
    ...classes.map(
      ({ stated, found, cases }) =>
        `<circle cx="${x(stated)}" cy="${y(found)}" r="${(3 + 7 * Math.sqrt(cases / most)).toFixed(1)}" fill="#0B5D5A"/>`,
    ),
    `<text x="${left + side / 2}" y="${top + side + 42}" text-anchor="middle" ${words}>chance of a level, as stated (%)</text>`,
    `<text transform="translate(14 ${top + side / 2}) rotate(-90)" text-anchor="middle" ${words}>share of the cases in which it is true (%)</text>`,
    '</svg>',
    '',
  ].join('\n');
}
