import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { documentBlocks } from './document-blocks.ts';
import type { Block } from './document-blocks.ts';

const plain = (text: string) => [{ kind: 'plain', text }];

test('headings, paragraphs and lists of a document become blocks', () => {
  expect(documentBlocks('# Eén\n\n## Twee\n\nEen zin\nover twee regels.\n\n- a\n- b\n\n1. c\n2. d\n')).toEqual([
    { kind: 'title', pieces: plain('Eén') },
    { kind: 'heading', pieces: plain('Twee') },
    { kind: 'paragraph', pieces: plain('Een zin over twee regels.') },
    { kind: 'list', items: [plain('a'), plain('b')] },
    { kind: 'steps', items: [plain('c'), plain('d')] },
  ]);
});

test('strong, emphasis and names of files are pieces; a lone asterisk and markup stay text', () => {
  expect(documentBlocks('**Nooit:** van *soms* in `a.md`, 2 * 3 <b>')[0]).toEqual({
    kind: 'paragraph',
    pieces: [
      { kind: 'strong', text: 'Nooit:' },
      { kind: 'plain', text: ' van ' },
      { kind: 'emphasis', text: 'soms' },
      { kind: 'plain', text: ' in ' },
      { kind: 'code', text: 'a.md' },
      { kind: 'plain', text: ', 2 ' },
      { kind: 'plain', text: '*' },
      { kind: 'plain', text: ' 3 <b>' },
    ],
  });
});

describe('the two pages for the works council', () => {
  const read = (language: string): readonly Block[] =>
    documentBlocks(
      readFileSync(new URL(`../../../../../docs/for-the-works-council.${language}.md`, import.meta.url), 'utf8'),
    );

  test('are built alike in both languages', () => {
    const shape = (blocks: readonly Block[]) =>
      blocks.map((block) => ('items' in block ? block.items.length : block.kind));
    expect(shape(read('nl'))).toEqual(shape(read('en')));
  });

  test.each(['nl', 'en'])('are two pages and no more, and leave no sign of Markdown (%s)', (language) => {
    const text = read(language)
      .flatMap((block) => ('items' in block ? block.items.flat() : block.pieces))
      .map((piece) => piece.text)
      .join(' ');
    expect(text).not.toMatch(/[*`#[\]|]/);
    expect(text.split(/\s+/).length).toBeLessThan(1000);
  });
});
