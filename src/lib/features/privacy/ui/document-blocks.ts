/** A piece of a sentence: plain, **strong**, *emphasised* or `a name of a file`. */
export interface Piece {
  readonly kind: 'plain' | 'strong' | 'emphasis' | 'code';
  readonly text: string;
}

export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'list' | 'steps'; readonly items: readonly (readonly Piece[])[] };

/**
 * The little of Markdown that a document for people needs, so that a page and the file in docs/ are one text: headings
 * of two depths, paragraphs, lists with `-` or numbers, strong, emphasis, code. Everything else is read as text; nothing
 * becomes markup by itself.
 */
export function documentBlocks(markdown: string): readonly Block[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map((part): Block => {
      const lines = part.split('\n');
      const [first = ''] = lines;
      if (first.startsWith('# ')) return { kind: 'title', pieces: piecesOf(first.slice(2)) };
      if (first.startsWith('## ')) return { kind: 'heading', pieces: piecesOf(first.slice(3)) };
      const isEvery = (pattern: RegExp) => lines.every((line) => pattern.test(line));
      if (isEvery(/^- /)) return { kind: 'list', items: lines.map((line) => piecesOf(line.slice(2))) };
      if (isEvery(/^\d+\. /))
        return { kind: 'steps', items: lines.map((line) => piecesOf(line.replace(/^\d+\. /, ''))) };
      return { kind: 'paragraph', pieces: piecesOf(lines.join(' ')) };
    });
}

function piecesOf(text: string): readonly Piece[] {
  return [...text.matchAll(/\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|[^*`]+|[*`]/g)].map(
    ([whole, strong, emphasis, code]): Piece => {
      if (strong !== undefined) return { kind: 'strong', text: strong };
      if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
      return code === undefined ? { kind: 'plain', text: whole } : { kind: 'code', text: code };
    },
  );
}
