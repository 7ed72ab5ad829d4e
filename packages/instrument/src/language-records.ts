import type { LanguageRecord } from './item.ts';

const same = 'geen verschil van betekenis';

/**
 * The record of comparing the languages, by item id. Each English text was put back into Dutch in a round of its
 * own, and then laid beside the Dutch original. Where the text changed because of it, the back translation shown is
 * that of the final English text. The writer of the Dutch did it, so it was not blind; a translator who has not seen
 * the Dutch has yet to repeat it.
 */
const languageRecords: ReadonlyMap<string, LanguageRecord> = new Map([
  ['SV1', { backTranslation: 'Mijn leidinggevende legt uit waar onze organisatie naartoe werkt.', difference: same }],
  [
    'SV2',
    {
      backTranslation:
        'Als onze organisatie keuzes maakt over haar richting, doen medewerkers vooraf mee aan het gesprek.',
      difference:
        'In het Engels stond eerst "have a say"; dat kwam terug als "hebben inspraak" en is sterker dan meepraten. Het Engels is gewijzigd.',
    },
  ],
  [
    'SV3',
    {
      backTranslation: 'Ik krijg te zien wat mijn werk bijdraagt aan het doel van onze organisatie.',
      difference:
        'In het Engels stond eerst "adds to"; dat kwam terug als "toevoegt". Het Engels is gewijzigd in "contributes".',
    },
  ],
  [
    'SV4',
    {
      backTranslation: 'Mijn team bespreekt hoe ons werk beter bij de richting van de organisatie zou kunnen passen.',
      difference:
        'In een eerdere versie stond alleen "de koers"; in het Engels was onduidelijk wiens richting dat was. In beide talen is de organisatie genoemd.',
    },
  ],
  [
    'MM1',
    { backTranslation: 'In mijn team zeggen we hardop wat we als vanzelfsprekend beschouwen.', difference: same },
  ],
  ['MM2', { backTranslation: 'Ik vraag anderen waarom mijn idee zou kunnen mislukken.', difference: same }],
  [
    'MM3',
    {
      backTranslation: 'Mijn leidinggevende verandert van mening na een goed argument van een collega.',
      difference:
        'In het Nederlands stond eerst "past een mening aan", wat zwakker is dan van mening veranderen. Het Nederlands is gewijzigd.',
    },
  ],
  [
    'MM4',
    {
      backTranslation: 'Bij moeilijke keuzes gaat het belang van het geheel vóór het belang van één afdeling.',
      difference: same,
    },
  ],
  [
    'MM5',
    { backTranslation: 'Mijn team geeft tijd op voor een ander team dat die meer nodig heeft.', difference: same },
  ],
  [
    'MM6',
    {
      backTranslation: 'Mijn leidinggevende probeert nieuwe manieren om onze vaste ideeën te onderzoeken.',
      difference: same,
    },
  ],
  [
    'PM1',
    {
      backTranslation: 'Ik werk aan een leerdoel dat voor mij belangrijk is.',
      difference:
        'Het Nederlands benadrukt "zelf"; in het Engels ligt dat in "matters to me". Zo gelaten: "that I myself find important" leest stroef.',
    },
  ],
  [
    'PM2',
    {
      backTranslation: 'In onze organisatie oefenen mensen die willen leren met echte vragen uit het werk.',
      difference: same,
    },
  ],
  ['PM3', { backTranslation: 'In mijn team zeggen collega’s eerlijk wat ze nog willen leren.', difference: same }],
  [
    'PM4',
    { backTranslation: 'Ik verander iets aan de manier waarop ik leer, zodat het beter gaat.', difference: same },
  ],
  [
    'TL1',
    { backTranslation: 'In mijn team krijgt iedereen het woord voordat we een besluit nemen.', difference: same },
  ],
  [
    'TL2',
    {
      backTranslation: 'In onze organisatie gaan teams bij elkaar op bezoek om te leren.',
      difference:
        'Op bezoek gaan in plaats van gaan kijken: in beide talen kom je bij het andere team langs. Zo gelaten.',
    },
  ],
  [
    'TL3',
    {
      backTranslation: 'Mijn leidinggevende gebruikt een meningsverschil om tot een beter plan te komen.',
      difference:
        'Een meningsverschil klinkt als ruzie; "verschil van mening" is neutraal, zoals het Engels. Zo gelaten.',
    },
  ],
  [
    'TL4',
    {
      backTranslation: 'Mijn team verandert iets aan hoe we samen terugkijken, zodat we meer leren.',
      difference:
        'In het Engels stond eerst "so we learn more"; dat kwam terug als een gevolg en niet als een doel. Het Engels is gewijzigd in "so that".',
    },
  ],
  [
    'ST1',
    { backTranslation: 'Mijn team gaat na wat ons werk betekent voor degenen die ermee verdergaan.', difference: same },
  ],
  [
    'ST2',
    {
      backTranslation: 'Als er iets misgaat, zoekt mijn leidinggevende de oorzaken in de manier waarop we werken.',
      difference: same,
    },
  ],
  [
    'ST3',
    {
      backTranslation: 'Voor een verandering kijkt onze organisatie welke gevolgen later kunnen komen.',
      difference: same,
    },
  ],
  [
    'ST4',
    {
      backTranslation: 'Ik doe iets aan een probleem dat ik buiten mijn eigen taak zie.',
      difference:
        'Er stond eerst "doe iets met" en "act on"; dat laatste kwam terug als "pak aan". In beide talen gewijzigd in iets doen aan een probleem.',
    },
  ],
  ['ST5', { backTranslation: 'Mijn team lost een terugkerend probleem op bij de bron.', difference: same }],
  [
    'ST6',
    {
      backTranslation:
        'Onze organisatie zoekt betere manieren om te zien hoe het werk van teams met elkaar samenhangt.',
      difference:
        'In het Engels stond eerst "connects"; dat kwam terug als "op elkaar aansluit". Het Engels is gewijzigd in "is connected".',
    },
  ],
  [
    'TR1',
    {
      backTranslation: 'In mijn team krijgt een collega die een fout toegeeft een kalme reactie.',
      difference:
        'In het Engels stond eerst "owns up to"; dat kwam terug als "opbiecht" en klinkt naar schuld. Het Engels is gewijzigd in "admits".',
    },
  ],
  ['TR2', { backTranslation: 'Ik vraag om hulp als ik vastloop.', difference: same }],
  [
    'TR3',
    { backTranslation: 'Mijn leidinggevende houdt zich aan beloften die aan het team zijn gedaan.', difference: same },
  ],
  [
    'TR4',
    {
      backTranslation: 'Onze organisatie doet iets om het makkelijker te maken om vrijuit te spreken.',
      difference:
        'Er stond eerst "open spreken" en "speaking openly"; dat laatste kwam terug als "openlijk", dus in het openbaar. In beide talen gewijzigd in vrijuit spreken.',
    },
  ],
  [
    'LV1',
    {
      backTranslation: 'Mijn team gaat na of iets wat we hebben geleerd het werk ook beter maakt.',
      difference: same,
    },
  ],
  [
    'LV2',
    {
      backTranslation: 'Onze organisatie geeft voorbeelden om te laten zien wat leren heeft gebracht.',
      difference: same,
    },
  ],
  [
    'LV3',
    {
      backTranslation: 'Als mijn leidinggevende mijn werk bespreekt, telt ook mee wat ik heb geleerd.',
      difference:
        'In het Engels stond eerst "counts"; dat kan betekenen dat alleen het geleerde telt. Het Engels is gewijzigd in "counts too".',
    },
  ],
  [
    'LV4',
    {
      backTranslation: 'Onze organisatie probeert nieuwe manieren om te laten zien wat leren oplevert.',
      difference:
        'In het Engels stond eerst "the benefits of learning"; dat kwam terug als "voordelen" en klinkt naar reclame. Het Engels is gewijzigd.',
    },
  ],
  [
    'RC1',
    { backTranslation: 'Collega’s in mijn team moedigen elkaar aan om iets nieuws te proberen.', difference: same },
  ],
  [
    'RC2',
    {
      backTranslation:
        'In onze organisatie krijgen mensen die op eigen initiatief iets verbeteren daar zichtbaar iets voor terug.',
      difference:
        'Er stond eerst "zelf" en "themselves"; in het Engels was onduidelijk waar dat woord bij hoorde. In beide talen gewijzigd: uit zichzelf, on their own initiative.',
    },
  ],
  ['RC3', { backTranslation: 'Mijn leidinggevende vertelt me precies wat ik goed heb gedaan.', difference: same }],
  [
    'RC4',
    { backTranslation: 'Mijn team bedenkt betere manieren om elkaars sterke punten te gebruiken.', difference: same },
  ],
  [
    'KN1',
    {
      backTranslation: 'Ik deel met collega’s iets nieuws dat ik heb geleerd.',
      difference:
        'In het Engels stond "with colleagues" eerst achteraan; dat las als samen met collega’s geleerd. De volgorde in het Engels is gewijzigd.',
    },
  ],
  [
    'KN2',
    { backTranslation: 'In onze organisatie bereikt een signaal van een klant de juiste collega.', difference: same },
  ],
  [
    'KN3',
    {
      backTranslation: 'Mijn team gebruikt de kennis van een leverancier om het werk beter te doen.',
      difference: same,
    },
  ],
  [
    'KN4',
    { backTranslation: 'Mijn leidinggevende vraagt ons hoe kennis delen makkelijker kan worden.', difference: same },
  ],
  [
    'RF1',
    { backTranslation: 'Als het werk af is, bespreekt mijn team hoe we het hebben aangepakt.', difference: same },
  ],
  [
    'RF2',
    {
      backTranslation: 'Mijn leidinggevende vraagt ons om feedback op zijn of haar eigen aanpak.',
      difference:
        'Het Engels heeft "their own", het Nederlands "de eigen": beide zonder geslacht en beide over de leidinggevende. Zo gelaten.',
    },
  ],
  [
    'RF3',
    {
      backTranslation: 'Ik doe iets met de feedback die ik krijg.',
      difference:
        'In het Engels stond eerst "act on"; dat kwam terug als "handel naar", dus opvolgen. Het Engels is gewijzigd in "do something with".',
    },
  ],
  ['RF4', { backTranslation: 'Onze organisatie helpt ons om elkaar betere feedback te geven.', difference: same }],
  ['SU1', { backTranslation: 'Ik gebruik werktijd om iets voor mijn werk te leren.', difference: same }],
  ['SU2', { backTranslation: 'Als leren geld kost, betaalt onze organisatie het.', difference: same }],
  ['SU3', { backTranslation: 'Mijn leidinggevende vraagt me wat ik wil leren.', difference: same }],
  [
    'SU4',
    { backTranslation: 'Mijn team regelt het werk anders, zodat er meer ruimte is voor leren.', difference: same },
  ],
  [
    'OU1',
    {
      backTranslation: 'Ik zet me graag in voor mijn werk.',
      difference:
        'In het Engels stond eerst "enjoy putting effort into"; dat kwam terug als "vind het leuk om moeite te doen". Het Engels is gewijzigd.',
    },
  ],
  ['OU2', { backTranslation: 'Mijn team behaalt de resultaten die we hebben afgesproken.', difference: same }],
  ['OU3', { backTranslation: 'Onze organisatie past het werk op tijd aan als er iets verandert.', difference: same }],
  ['OU4', { backTranslation: 'Ik wil voor deze organisatie blijven werken.', difference: same }],
]);

/** The language record of an item. Throws when there is none: an item without a record may not be used. */
export function languageRecordOf(itemId: string): LanguageRecord {
  const record = languageRecords.get(itemId);
  if (record === undefined) throw new Error(`item ${itemId} has no language record`);
  return record;
}
