import { low, rule } from '../rule.ts';
import type { Rule } from '../rule.ts';

const area = 'recognition';

export const recognitionRules: readonly Rule[] = [
  rule(
    'recognition-low',
    { kind: low, area },
    ['thanks-with-a-because', 'small-initiatives-purse', 'swap-one-task', 'room-to-decide', 'the-day-we-were-proud'],
    'Mensen komen in hun kracht als iemand ziet wat ze doen en er iets mee mag gebeuren. Beide kunnen klein beginnen.',
    'People come into their strength when someone sees what they do and something may come of it. Both can start small.',
  ),
  rule(
    'recognition-fell',
    { kind: ['fell'], area },
    ['thanks-with-a-because', 'room-to-decide'],
    'Waardering verdwijnt ongemerkt als het druk is. Een vast moment van twee minuten haalt haar terug.',
    'Appreciation slips away unnoticed in busy times. A fixed moment of two minutes brings it back.',
  ),
  rule(
    'recognition-divided',
    { kind: ['divided'], area },
    ['swap-one-task', 'thanks-with-a-because'],
    'Een deel van jullie voelt zich gezien en een deel niet. Verdeel taken en dank zo dat ieder aan bod komt.',
    'Some of you feel seen and some don’t. Share tasks and thanks so that everyone gets a turn.',
  ),
  rule(
    'recognition-no-encouragement',
    { kind: ['weak-item'], area, facet: 'encouraged' },
    ['swap-one-task', 'thanks-with-a-because'],
    'Aanmoediging is schaars. Vraag wat iemand energie geeft en maak daar ruimte voor.',
    'Encouragement is scarce. Ask what gives someone energy and make room for it.',
  ),
  rule(
    'recognition-initiatives-unrewarded',
    { kind: ['weak-item'], area, facet: 'rewarded' },
    ['small-initiatives-purse', 'room-to-decide'],
    'Ideeën stranden onderweg. Een klein potje zonder formulier laat ze binnen een week gebeuren.',
    'Ideas strand along the way. A small purse without a form lets them happen within a week.',
  ),
  rule(
    'recognition-vague-praise',
    { kind: ['weak-item'], area, facet: 'specific-feedback' },
    ['thanks-with-a-because', 'watch-along-for-an-hour'],
    'Complimenten blijven algemeen. Met een ‘omdat’ erbij weet de ander wat hij of zij kan herhalen.',
    'Compliments stay general. With a ‘because’ the other knows what to do again.',
  ),
  rule(
    'recognition-not-improved',
    { kind: ['weak-item'], area, facet: 'improvement' },
    ['room-to-decide', 'swap-one-task'],
    'De waardering is er, maar de ruimte groeit niet mee. Schuif elke maand één besluit naar het team.',
    'The appreciation is there, but the room doesn’t grow with it. Move one decision to the team each month.',
  ),
];
