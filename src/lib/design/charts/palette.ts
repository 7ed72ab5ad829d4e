/**
 * The day colours as presentation attributes, so that a drawing also stands by itself (PDF, slide).
 * On a page the classes of css/charts.css win over these attributes and follow the reader's theme.
 */
export const palette = {
  ink: '#1c2327',
  soft: '#535b5d',
  rule: '#d3cdbf',
  edge: '#7d8078',
  paper: '#f7f5ef',
  water: '#cfe0db',
  low: '#8a4b08',
  lowSoft: '#c9a27a',
  middle: '#e9e4d8',
  high: '#0b5d5a',
  highSoft: '#79a9a2',
} as const;

export const readingFace = "Literata, 'Libertinus Serif', Georgia, serif";
export const controlFace = "'Liberation Sans', 'Segoe UI', Roboto, Arial, sans-serif";
