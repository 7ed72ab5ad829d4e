import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Block, BlockDocument, FigureBlock, TableBlock } from './block.ts';
import { pageStyle } from './page-style.ts';

const require = createRequire(import.meta.url);
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => escapes[sign] ?? sign);

let font: Promise<string> | undefined;

/** The page carries its letter with it: it may be opened from a stick, years from now, without a network. */
function literata(): Promise<string> {
  font ??= readFile(require.resolve('@fontsource-variable/literata/files/literata-latin-wght-normal.woff2'), 'base64');
  return font;
}

function table({ caption, columns, rows }: TableBlock): string {
  const cell = (text: string, index: number): string => {
    const align = ` class="${columns[index]?.align ?? 'start'}"`;
    return index === 0 ? `<th scope="row"${align}>${escaped(text)}</th>` : `<td${align}>${escaped(text)}</td>`;
  };
  const head = columns.map(({ label, align }) => `<th scope="col" class="${align}">${escaped(label)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n');
  const wrapped = `<table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(caption)}">${wrapped}</div>`;
}

/** Plot's own drawing, made by us with every text escaped; only its role and words are added. */
function figure({ svg, alt, caption }: FigureBlock): string {
  const named = svg.replace('<svg ', `<svg role="img" aria-label="${escaped(alt)}" `);
  return `<figure><figcaption>${escaped(caption)}</figcaption><div class="wide">${named}</div></figure>`;
}

function block(item: Block): string {
  switch (item.kind) {
    case 'heading':
      return `<h${item.level}>${escaped(item.text)}</h${item.level}>`;
    case 'paragraph':
      return `<p class="${item.tone}">${escaped(item.text)}</p>`;
    case 'list':
      return `<ul>${item.items.map((text) => `<li>${escaped(text)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${item.rows.map(({ label, value }) => `<dt>${escaped(label)}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`;
    case 'page-break':
      return '<hr>';
    case 'table':
      return table(item);
    case 'figure':
      return figure(item);
    case 'gauges':
      return item.gauges
        .map(
          ({ svg, alt, title, level, score, lines }) =>
            `<section class="gauge"><h3>${escaped(title)}</h3>${figure({ kind: 'figure', svg, alt, caption: `${score} ${level}` })}${lines.map((line) => `<p>${escaped(line)}</p>`).join('')}</section>`,
        )
        .join('');
  }
}

/** One page that asks for nothing outside itself: letter, style and drawings are in it, and there is no script. */
export async function htmlOfBlocks(report: BlockDocument): Promise<string> {
  const blocks = report.blocks.map(block).join('\n');
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escaped(report.title)}</title>
<style>
@font-face { font-family: "Literata"; font-weight: 200 900; src: url("data:font/woff2;base64,${await literata()}") format("woff2"); }
${pageStyle}
</style>
</head>
<body>
<main>
<p class="kicker">${escaped(report.kicker)}</p>
<h1>${escaped(report.heading)}</h1>
${blocks}
</main>
<footer><p>${escaped(report.foot)}</p></footer>
</body>
</html>
`;
}
