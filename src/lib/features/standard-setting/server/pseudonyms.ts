/** Birds, one for each panellist: easy to remember, and nobody's name. */
const birds = {
  heron: { nl: 'Reiger', en: 'Heron' },
  stork: { nl: 'Ooievaar', en: 'Stork' },
  lapwing: { nl: 'Kievit', en: 'Lapwing' },
  godwit: { nl: 'Grutto', en: 'Godwit' },
  curlew: { nl: 'Wulp', en: 'Curlew' },
  avocet: { nl: 'Kluut', en: 'Avocet' },
  spoonbill: { nl: 'Lepelaar', en: 'Spoonbill' },
  oystercatcher: { nl: 'Scholekster', en: 'Oystercatcher' },
  kingfisher: { nl: 'IJsvogel', en: 'Kingfisher' },
  swallow: { nl: 'Zwaluw', en: 'Swallow' },
  skylark: { nl: 'Leeuwerik', en: 'Skylark' },
  thrush: { nl: 'Lijster', en: 'Thrush' },
  blackbird: { nl: 'Merel', en: 'Blackbird' },
  robin: { nl: 'Roodborst', en: 'Robin' },
  wren: { nl: 'Winterkoning', en: 'Wren' },
  nuthatch: { nl: 'Boomklever', en: 'Nuthatch' },
  finch: { nl: 'Vink', en: 'Finch' },
  goldfinch: { nl: 'Putter', en: 'Goldfinch' },
  siskin: { nl: 'Sijs', en: 'Siskin' },
  starling: { nl: 'Spreeuw', en: 'Starling' },
  jay: { nl: 'Gaai', en: 'Jay' },
  magpie: { nl: 'Ekster', en: 'Magpie' },
  rook: { nl: 'Roek', en: 'Rook' },
  raven: { nl: 'Raaf', en: 'Raven' },
  owl: { nl: 'Uil', en: 'Owl' },
  kestrel: { nl: 'Torenvalk', en: 'Kestrel' },
  buzzard: { nl: 'Buizerd', en: 'Buzzard' },
  harrier: { nl: 'Kiekendief', en: 'Harrier' },
  osprey: { nl: 'Visarend', en: 'Osprey' },
  crane: { nl: 'Kraanvogel', en: 'Crane' },
  swan: { nl: 'Zwaan', en: 'Swan' },
  teal: { nl: 'Taling', en: 'Teal' },
  wigeon: { nl: 'Smient', en: 'Wigeon' },
  eider: { nl: 'Eidereend', en: 'Eider' },
  grebe: { nl: 'Fuut', en: 'Grebe' },
  coot: { nl: 'Meerkoet', en: 'Coot' },
  gull: { nl: 'Meeuw', en: 'Gull' },
  tern: { nl: 'Visdief', en: 'Tern' },
  cuckoo: { nl: 'Koekoek', en: 'Cuckoo' },
  woodpecker: { nl: 'Specht', en: 'Woodpecker' },
} as const;

type Bird = keyof typeof birds;
export const birdNames = Object.keys(birds) as readonly Bird[];

/** The bird's name in the reader's language. */
export const pseudonymIn = (bird: string, language: 'nl' | 'en'): string => birds[bird as Bird]?.[language] ?? bird;
