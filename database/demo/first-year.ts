/** What the teams did with the first peiling. Not everything helped, and two steps were given up. One table of texts, so it is long. */

import type { AgreedStep, NotDone } from './plan-entries.ts';

export const firstYearSteps: readonly AgreedStep[] = [
  {
    unit: 'Distributie',
    heldOn: -356,
    practice: 'question-half-hour',
    area: 'trust',
    dueOn: -230,
    lookBackOn: -225,
    ticked: 7,
    why: 'Na de nacht zonder water vroeg iedereen wie de afsluiter had dichtgedraaid, en niemand waarom dat kon. Sindsdien melden we pas iets als het niet anders kan.',
    end: {
      on: -225,
      helped: 'yes',
      lookBack:
        'De vragen werden met de maand concreter. Bij de vierde keer vertelde iemand uit zichzelf over een verkeerd gesloten afsluiter.',
    },
  },
  {
    unit: 'Storingsdienst',
    heldOn: -352,
    practice: 'near-miss-minute',
    area: 'trust',
    euros: 60,
    dueOn: -260,
    lookBackOn: -256,
    ticked: 8,
    why: 'Je houdt je mond, want wie iets zegt, mag het de volgende ochtend komen uitleggen. We leren dus alleen van wat echt misgaat.',
    end: {
      on: -256,
      helped: 'yes',
      lookBack:
        'Van twee meldingen per maand naar elf. Drie keer dezelfde afsluiter: de tekening klopte niet, en die is nu verbeterd.',
    },
  },
  {
    unit: 'Leidingaanleg Oost',
    heldOn: -349,
    practice: 'near-miss-minute',
    area: 'trust',
    dueOn: -250,
    lookBackOn: -245,
    ticked: 6,
    why: 'We horen van de Storingsdienst dat het werkt om het kort te houden. Lange evaluaties lopen bij ons altijd uit op wie het deed.',
    end: {
      on: -245,
      helped: 'somewhat',
      lookBack:
        'Bij de vaste ploegen loopt het. De ingehuurde grondwerkers doen niet mee, want die staan dan al bij de bus.',
    },
  },
  {
    unit: 'Leidingaanleg West',
    heldOn: -347,
    practice: 'the-day-after-a-mistake',
    area: 'trust',
    ownerAt: 3,
    dueOn: -220,
    lookBackOn: -215,
    ticked: 5,
    why: 'Als er iets misgaat, weet niemand wie je belt en wat er dan met je gebeurt. Dat maakt het erger dan het is.',
    end: {
      on: -215,
      helped: 'not-noticed',
      lookBack: 'De kaart hangt er. Er ging in deze maanden niets groots mis, dus we weten het eigenlijk niet.',
    },
  },
  {
    unit: 'Netbeheer',
    heldOn: -344,
    practice: 'near-miss-minute',
    area: 'trust',
    dueOn: -250,
    lookBackOn: -246,
    ticked: 8,
    why: 'Wij sturen anderen op pad met onze kaarten. Wat er bijna misgaat, horen we nooit terug.',
    stuck: {
      on: -318,
      for: 'director',
      reason:
        'De meldingen van de Storingsdienst staan in een systeem waar wij niet in mogen. Zonder die meldingen vertellen we elkaar alleen onze eigen verhalen.',
      decided: {
        on: -311,
        decision:
          'Jullie krijgen leesrechten, zonder namen. Het is met de ondernemingsraad besproken en gaat maandag in.',
      },
    },
    end: {
      on: -246,
      helped: 'yes',
      lookBack: 'Sinds we de meldingen lezen, hebben we veertien fouten in de kaart gevonden die al jaren bestonden.',
    },
  },
  {
    unit: 'Aansluitingen',
    heldOn: -341,
    practice: 'thanks-with-a-because',
    area: 'recognition',
    dueOn: -280,
    lookBackOn: -278,
    ticked: 2,
    why: 'Je hoort het als een klant klaagt. Dat er die dag acht aansluitingen wél goed gingen, zegt niemand.',
    end: {
      on: -290,
      reason:
        'Het voelde gemaakt zolang de planning elke dag omgegooid werd. Eerst rust in de planning, dan beginnen we opnieuw.',
    },
  },
  {
    unit: 'Winning en zuivering Noord',
    heldOn: -346,
    practice: 'why-does-it-come-back',
    area: 'systems-thinking',
    ownerAt: 4,
    euros: 150,
    dueOn: -250,
    lookBackOn: -244,
    ticked: 6,
    why: 'De doseerpomp valt elke maand uit. We zijn er goed in geworden om hem weer aan te zetten.',
    end: {
      on: -244,
      helped: 'no',
      lookBack:
        'De oorzaak ligt bij de inkoop van het onderdeel, en die hebben wij niet in de hand. We hadden Inkoop erbij moeten vragen.',
    },
  },
  {
    unit: 'Winning en zuivering Zuid',
    heldOn: -343,
    practice: 'find-it-in-thirty-seconds',
    area: 'knowledge',
    ownerAt: 5,
    dueOn: -255,
    lookBackOn: -250,
    ticked: 7,
    why: 'Drie mappen, twee schijven en een schrift in de meetkamer. Wie nieuw is, vraagt het gewoon aan Noord.',
    end: {
      on: -250,
      helped: 'yes',
      lookBack:
        'Van de twintig vragen die we elkaar stelden, waren er zeventien binnen een halve minuut te vinden. In het begin waren dat er zes.',
    },
  },
  {
    unit: 'Wachtdienst zuivering A',
    heldOn: -338,
    practice: 'ten-minutes-a-month',
    area: 'support',
    dueOn: -240,
    lookBackOn: -236,
    ticked: 8,
    why: 'Leren doen we in de nacht, als het rustig is, ieder voor zich. Niemand vraagt wat je geleerd hebt.',
    end: {
      on: -236,
      helped: 'somewhat',
      lookBack: 'De gesprekjes waren goed zolang het oude rooster er nog was. Daarna schoten ze erbij in.',
    },
  },
  {
    unit: 'Wachtdienst zuivering B',
    heldOn: -336,
    practice: 'learning-hour-in-the-roster',
    area: 'support',
    dueOn: -150,
    lookBackOn: -145,
    ticked: 4,
    why: 'We willen wel, maar op een wacht met twee man kan er niemand even weg.',
    end: {
      on: -170,
      reason:
        'Met het nieuwe rooster is er geen vervanging meer voor het leeruur. Drie keer ingeroosterd, drie keer vervallen.',
    },
  },
  {
    unit: 'Laboratorium',
    heldOn: -340,
    practice: 'before-and-after-card',
    area: 'learning-value',
    ownerAt: 2,
    dueOn: -160,
    lookBackOn: -155,
    ticked: 8,
    why: 'We sturen elk jaar mensen naar dezelfde cursus. Of het iets oplevert, weten we niet.',
    end: {
      on: -155,
      helped: 'not-noticed',
      lookBack:
        'Vier cursussen, vier kaarten. Bij twee is er iets veranderd, bij twee niet. Te weinig om er iets van te vinden, dus we gaan door.',
    },
  },
  {
    unit: 'Klantcontact',
    heldOn: -351,
    practice: 'follow-one-case',
    area: 'systems-thinking',
    ownerAt: 7,
    dueOn: -260,
    lookBackOn: -255,
    ticked: 8,
    why: 'We verbinden door en hopen er het beste van. Wat er daarna met een klacht gebeurt, weet hier niemand.',
    end: {
      on: -255,
      helped: 'yes',
      lookBack:
        'Eén klacht over bruin water ging langs negen mensen en vier afdelingen. We hebben er twee overdrachten uit gehaald.',
    },
  },
  {
    unit: 'Facturatie en incasso',
    heldOn: -342,
    practice: 'and-then-what',
    area: 'systems-thinking',
    dueOn: -285,
    lookBackOn: -280,
    ticked: 7,
    why: 'Als wij een regel aanpassen, rinkelt bij Klantcontact twee dagen later de telefoon. Dat bedenken we steeds te laat.',
    end: {
      on: -280,
      helped: 'somewhat',
      lookBack: 'Bij de nieuwe betaaltermijn hebben we het op tijd gevraagd. Bij de meterhuur vergaten we het weer.',
    },
  },
  {
    unit: 'Communicatie',
    heldOn: -350,
    practice: 'one-goal-on-the-wall',
    area: 'shared-vision',
    euros: 40,
    dueOn: -240,
    lookBackOn: -236,
    ticked: 8,
    why: 'Met z’n vijven doen we alles voor iedereen. Waar we zelf naartoe willen, staat nergens.',
    end: {
      on: -236,
      helped: 'yes',
      lookBack: 'We zeggen vaker nee, en kunnen nu uitleggen waarom. Het doel hangt boven de printer.',
    },
  },
  {
    unit: 'Procesautomatisering',
    heldOn: -345,
    practice: 'who-knows-what',
    area: 'knowledge',
    ownerAt: 1,
    dueOn: -245,
    lookBackOn: -240,
    ticked: 7,
    why: 'Er is één collega die het oude besturingssysteem kent, en die gaat over twee jaar met pensioen.',
    end: { on: -240, helped: 'yes', lookBack: 'De kaart liet drie gaten zien. Voor twee ervan loopt nu iemand mee.' },
  },
  {
    unit: 'Financiën',
    heldOn: -339,
    practice: 'an-ordinary-tuesday',
    area: 'shared-vision',
    dueOn: -250,
    lookBackOn: -245,
    ticked: 6,
    why: 'We maken elke maand dezelfde rapporten. Wie ze leest en waarvoor, weten we niet precies.',
    end: {
      on: -245,
      helped: 'somewhat',
      lookBack:
        'Het verhaal is af en er zijn twee rapporten geschrapt. Aan het gevoel dat we er voor anderen zijn, is nog weinig veranderd.',
    },
  },
  {
    unit: 'Personeel en ontwikkeling',
    heldOn: -348,
    practice: 'four-interviews',
    area: 'learning-value',
    dueOn: -270,
    lookBackOn: -265,
    ticked: 8,
    why: 'Wij organiseren de cursussen en vragen na afloop alleen of de lunch goed was.',
    end: {
      on: -265,
      helped: 'yes',
      lookBack:
        'Uit vier gesprekken kwam twee keer dezelfde les: zonder iemand die er maandag naar vraagt, verdwijnt het. Dat staat nu in elke uitnodiging.',
    },
  },
  {
    unit: 'Inkoop en magazijn',
    heldOn: -337,
    practice: 'supplier-breakfast',
    area: 'knowledge',
    ownerAt: 2,
    euros: 180,
    dueOn: -200,
    lookBackOn: -195,
    ticked: 5,
    why: 'Leveranciers weten veel over storingen bij andere bedrijven. Wij praten met ze over de prijs.',
    end: {
      on: -195,
      helped: 'no',
      lookBack:
        'Twee ontbijten gehad. Het werd een verkooppraatje, en wij hadden vooraf geen vraag. Dat doen we niet nog eens zo.',
    },
  },
];

export const firstYearNotDone: readonly NotDone[] = [
  {
    unit: 'Storingsdienst',
    on: -345,
    said: 'Geef de monteurs het nummer van de mensen van Klantcontact, en andersom.',
    because:
      'Rechtstreekse nummers gaan niet, want dan weet niemand wie er al gebeld is. Er komt wel één lijn die ’s nachts ook wordt opgenomen.',
  },
  {
    unit: 'Distributie',
    on: -345,
    said: 'Laat zien wie die nacht de afsluiter heeft dichtgedraaid.',
    because: 'Dat doen we niet. Het onderzoek ging over hoe het kon, en daar staat geen naam in.',
  },
  {
    unit: 'Klantcontact',
    on: -344,
    said: 'Eén systeem voor alle afdelingen.',
    because:
      'Dat kost meer dan we in één jaar hebben. De directie besluit er volgend voorjaar over; tot dan koppelen we de twee die het meest schuren.',
  },
  {
    unit: 'Wachtdienst zuivering B',
    on: -168,
    said: 'Een derde man op de nachtwacht, zodat je kunt leren.',
    because: 'Er is geen geld voor vier extra mensen. Of het leeruur anders kan, ligt nu bij de directie.',
  },
];
