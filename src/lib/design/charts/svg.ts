/** A piece of SVG that was put together here, with every text escaped. */
export type Svg = string & { readonly __svg: unique symbol };
type AttributeValue = string | number | undefined | false;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text made safe for content and attributes. */
export function escaped(text: string): Svg {
  return text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign) as Svg;
}

/**
 * One element. Numbers are rounded to two decimals; undefined and false attributes are left out. Children are
 * already SVG: texts go through `escaped`. There is no style attribute: the content security policy forbids it.
 */
export function element(name: string, attributes: Record<string, AttributeValue>, ...children: readonly Svg[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? Number(value.toFixed(2)) : escaped(String(value))}"`)
    .join('');
  const content = children.join('');
  return (content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`) as Svg;
}

/** Several elements after one another. */
export function together(parts: readonly Svg[]): Svg {
  return parts.join('') as Svg;
}

/** A text at a place. */
export function label(text: string, attributes: Record<string, AttributeValue>): Svg {
  return element('text', attributes, escaped(text));
}

export interface DrawingFrame {
  width: number;
  height: number;
  /** Unique on the page: the title and description hang on it. */
  id: string;
  /** What it is. */
  title: string;
  /** What it says: the text alternative. */
  description: string;
  className: string;
  /** Fills whatever box it is put in; for bars without letters. */
  stretches?: boolean;
  /** For a document: with name space and size, needing no style sheet. */
  isStandalone?: boolean | undefined;
}

/** The whole drawing, an image with a name and a text alternative. */
export function drawing(frame: DrawingFrame, ...children: readonly Svg[]): Svg {
  const { width, height, id, isStandalone } = frame;
  return element(
    'svg',
    {
      xmlns: isStandalone && 'http://www.w3.org/2000/svg',
      class: frame.className,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      preserveAspectRatio: frame.stretches && 'none',
      role: 'img',
      'aria-labelledby': `${id}-title`,
      'aria-describedby': `${id}-description`,
    },
    element('title', { id: `${id}-title` }, escaped(frame.title)),
    element('desc', { id: `${id}-description` }, escaped(frame.description)),
    ...children,
  );
}
