import type { Language } from './fault-sentences.ts';

const HELP: Readonly<Record<Language, string>> = {
  nl: `lerend analyse ANTWOORDEN.csv --instrument VRAGENLIJST.json [--group KOLOM …]

  ANTWOORDEN.csv        één regel per persoon, één kolom per vraag; leeg of NA = geen antwoord
  --instrument BESTAND  de vragenlijst (JSON), of leervermogen voor de ingebouwde
  --group KOLOM         de kolom met het onderdeel; vaker mag, van boven naar beneden
  --population BESTAND  aantal mensen per onderdeel (JSON): marges voor wie hier nu werkt
  --outcome KOLOM       waarmee schalen samenhangen: een kolom met getallen of een schaal; vaker mag
  --also KOLOM          een kolom met getallen die daarbij naast de schalen meetelt; vaker mag
  --resamples N         hoe vaak opnieuw getrokken wordt voor de marges daarvan (1000; 0 = geen marges)
  --dif KOLOM           welke vragen anders werken tussen groepen of talen (elk minstens 200 mensen)
  --margins BESTAND     aantal mensen per waarde van een kolom (JSON): gewogen gemiddelden
  --previous BESTAND    antwoorden op dezelfde vragen van een vorige keer: wat veranderde
  --id KOLOM            de kolom in beide bestanden die zegt wie wie is: dan mensen met zichzelf vergelijken
  --invariance KOLOM    meten de vragen in elke groep van deze kolom hetzelfde (taal, jaar)?
  --fiml                schat het model ook uit onvolledige antwoorden als dat lang duurt
  --min-group N         kleinere groepen blijven verborgen (5; 1 verbergt niets)
  --format json|html|pdf  json (standaard) komt op het scherm, html en pdf in een bestand
  --out MAP             schrijf het bestand in deze map
  --lang nl|en          taal van verslag en meldingen (nl)`,
  en: `lerend analyse ANSWERS.csv --instrument INSTRUMENT.json [--group COLUMN …]

  ANSWERS.csv           one line a person, one column an item; empty or NA = no answer
  --instrument FILE     the instrument (JSON), or leervermogen for the built-in one
  --group COLUMN        the column with the unit; may be repeated, from the top down
  --population FILE     head count per unit (JSON): intervals for the people who work here now
  --outcome COLUMN      what scales go together with: a column of numbers or a scale; may be repeated
  --also COLUMN         a column of numbers that counts beside the scales; may be repeated
  --resamples N         how often to resample for its intervals (1000; 0 = no intervals)
  --dif COLUMN          which items work differently between groups or languages (200 people each at least)
  --margins FILE        population count per value of a column (JSON): weighted means
  --previous FILE       answers to the same questions from before: what changed
  --id COLUMN           the column in both files that says who is who: compare people with themselves
  --invariance COLUMN   do the items measure the same in every group of this column (language, year)?
  --fiml                fit the model to incomplete answers too, where that takes long
  --min-group N         smaller groups stay hidden (5; 1 hides nothing)
  --format json|html|pdf  json (default) goes to the screen, html and pdf to a file
  --out DIR             write the file in this folder
  --lang nl|en          language of report and messages (nl)`,
};

/** How to use `lerend analyse`. */
export function analyseHelp(language: Language): string {
  return HELP[language];
}
