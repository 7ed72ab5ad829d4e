import { plot } from '@observablehq/plot';
import type { PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** `ink` may be `currentColor` on a page that has a dark mode; paper wants the real colour. */
export interface Palette {
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly low: string;
  readonly middle: string;
}

export const paperPalette: Palette = {
  ink: '#1C2327',
  quiet: '#7B8280',
  accent: '#0B5D5A',
  low: '#8A4B08',
  middle: '#DDD6C6',
};
export const screenPalette: Palette = {
  ink: 'currentColor',
  quiet: '#7B8280',
  accent: 'var(--accent)',
  low: 'var(--low)',
  middle: 'var(--middle)',
};

/** Plot writes one style element and, on some marks, style attributes: neither passes our content security policy. */
export function plotSvg(options: PlotOptions): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const drawn = plot({ ...options, document });
  const svg = drawn.tagName.toLowerCase() === 'svg' ? drawn : drawn.querySelector('svg');
  if (!svg) throw new Error('Plot drew no svg');
  for (const style of svg.querySelectorAll('style')) style.remove();
  for (const styled of svg.querySelectorAll('[style]')) styled.removeAttribute('style');
  svg.removeAttribute('class');
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('font-family', 'Literata, Georgia, serif');
  return svg.outerHTML;
}
