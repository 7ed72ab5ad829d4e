import { describe, expect, test } from 'vitest';
import { drawing, element, escaped } from './svg.ts';

describe('svg', () => {
  test('a text cannot become markup, not in content and not in an attribute', () => {
    const made = element('text', { 'aria-label': '"><script>' }, escaped('<b>&\'"'));
    expect(made).toBe('<text aria-label="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;&quot;</text>');
  });

  test('numbers are written with at most two decimals and absent attributes are left out', () => {
    expect(element('rect', { x: 1 / 3, y: 2, fill: undefined, stroke: false })).toBe('<rect x="0.33" y="2"/>');
  });

  test('a drawing names and describes itself, and carries its name space only when it stands alone', () => {
    const frame = { width: 10, height: 20, id: 'a', title: 'Naam', description: 'Uitleg', className: 'x' };
    expect(drawing(frame)).toContain('role="img" aria-labelledby="a-title" aria-describedby="a-description"');
    expect(drawing(frame)).toContain('<title id="a-title">Naam</title><desc id="a-description">Uitleg</desc>');
    expect(drawing(frame)).not.toContain('xmlns');
    expect(drawing({ ...frame, isStandalone: true })).toContain('xmlns="http://www.w3.org/2000/svg"');
  });
});
