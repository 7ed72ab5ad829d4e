// What a PDF says about itself, in the parts that Typst leaves uncompressed.

export interface PdfMarks {
  readonly isPdf: boolean;
  readonly isTagged: boolean;
  readonly isUniversallyAccessible: boolean;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly fonts: readonly string[];
  readonly pages: readonly { readonly isLandscape: boolean }[];
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

export function pdfMarks(pdf: Uint8Array): PdfMarks {
  const text = Buffer.from(pdf).toString('utf8');
  const title = /<dc:title><rdf:Alt><rdf:li[^>]*>(.*?)<\/rdf:li>/su.exec(text)?.[1];
  return {
    isPdf: text.startsWith('%PDF-'),
    isTagged: /\/MarkInfo\s*<<[^>]*\/Marked true/u.test(text) && text.includes('/StructTreeRoot'),
    isUniversallyAccessible: /<pdfuaid:part>1<\/pdfuaid:part>/u.test(text),
    language: /\/Lang\s*\(([\w-]+)\)/u.exec(text)?.[1],
    title: title?.replace(/&(?:lt|gt|quot|apos|#39|amp);/gu, (entity) => entities[entity] ?? entity),
    fonts: [...new Set([...text.matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/gu)].flatMap(([, name]) => name ?? []))],
    pages: [...text.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/gu)].map(([, width, height]) => ({
      isLandscape: Number(width) > Number(height),
    })),
  };
}
