/*
 * Answers in words, as people write them; nobody wrote them. By question and by peiling.
 */

export const words: Readonly<Record<1 | 2, Readonly<Record<string, readonly string[]>>>> = {
  1: {
    OQ1: [
      'Dat ik met een ervaren collega mee op pad mag.',
      'De toolbox op donderdag, als die doorgaat.',
      'Een leidinggevende die vraagt wat je nodig hebt.',
      'Na een lek samen op de tekening kijken hoe het zo kwam.',
      'De cursus mocht gewoon in werktijd.',
      'Collega’s die niet moeilijk doen als je iets vraagt.',
      'De complimentenronde op vrijdag bij ons op de afdeling.',
    ],
    OQ2: [
      'Na de storing in de binnenstad durft niemand meer te zeggen dat iets bijna misging.',
      'We lossen elke week dezelfde storing op en niemand kijkt waar die vandaan komt.',
      'Te weinig tijd. De wachtdienst gaat altijd voor.',
      'Distributie en Techniek werken met een andere kaart van hetzelfde net.',
      'Je hoort nooit wat er met je melding is gedaan.',
      'Alles moet langs drie lagen voordat je iets mag proberen.',
      'Eilandjes.',
      'Oude systemen en niemand die nog weet waarom het zo is ingericht.',
    ],
    OQ3: [
      'Eén dag per jaar meelopen met de afdeling waar jouw werk naartoe gaat.',
      'Elke week één minuut: wat ging er bijna mis?',
      'Geef de monteurs het nummer van de mensen van Klantcontact, en andersom.',
      'Een lijst met wie wat weet.',
      'Nieuwe mensen na een maand vragen wat hun opvalt.',
    ],
  },
  2: {
    OQ1: [
      'De minuut van wat er bijna misging. Eindelijk praten we erover.',
      'Even terugkijken na een grote klus, een kwartier is genoeg.',
      'Dat de teamleider zelf als eerste zei wat hij fout deed.',
      'Meelopen bij Netbeheer, nu snap ik waarom ze zo laat terugbellen.',
      'Het bedankje waar bij staat waarvoor.',
      'Samen oefenen met een lastig gesprek.',
      'Tijd ervoor in het rooster. Dat was er, nu niet meer.',
    ],
    OQ2: [
      'Het nieuwe rooster. Het leeruur vervalt altijd als eerste.',
      'Nachtdiensten: de overleggen zijn altijd overdag.',
      'Dezelfde storing aan de doseerpomp komt nog steeds terug.',
      'We meten van alles, maar niet of een training iets opleverde.',
      'De nieuwe koers van Techniek: de ene helft wil het, de andere helft wacht tot het overwaait.',
      'Ingehuurde collega’s horen alles als laatste.',
      'Te veel systemen naast elkaar.',
    ],
    OQ3: [
      'Het leeruur laten inroosteren door de ploeg zelf.',
      'Eens per kwartaal één klacht volgen van begin tot eind, met iedereen die eraan zat.',
      'Een filmpje van vijf minuten voor wie het overleg miste.',
      'Laat het magazijn meedenken voordat het werk is uitgetekend.',
      'Ruil een week met iemand van een ander team.',
      'De meteropnemers uitnodigen bij het teamgesprek.',
    ],
  },
};
