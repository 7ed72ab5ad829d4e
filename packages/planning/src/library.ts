import anOrdinaryTuesday from '../practices/shared-vision/an-ordinary-tuesday.json' with { type: 'json' };
import meetWhoItIsFor from '../practices/shared-vision/meet-who-it-is-for.json' with { type: 'json' };
import oneGoalOnTheWall from '../practices/shared-vision/one-goal-on-the-wall.json' with { type: 'json' };
import theDayWeWereProud from '../practices/shared-vision/the-day-we-were-proud.json' with { type: 'json' };
import aDayOnTheOtherSide from '../practices/mental-models/a-day-on-the-other-side.json' with { type: 'json' };
import assumptionOnTrial from '../practices/mental-models/assumption-on-trial.json' with { type: 'json' };
import imagineItFailed from '../practices/mental-models/imagine-it-failed.json' with { type: 'json' };
import oneListForTheWhole from '../practices/mental-models/one-list-for-the-whole.json' with { type: 'json' };
import learningCaseCircle from '../practices/personal-mastery/learning-case-circle.json' with { type: 'json' };
import oneHabitOneMoment from '../practices/personal-mastery/one-habit-one-moment.json' with { type: 'json' };
import practiseTheHardBit from '../practices/personal-mastery/practise-the-hard-bit.json' with { type: 'json' };
import whatIReallyWant from '../practices/personal-mastery/what-i-really-want.json' with { type: 'json' };
import lookBackInFifteenMinutes from '../practices/team-learning/look-back-in-fifteen-minutes.json' with { type: 'json' };
import makeRoomForNo from '../practices/team-learning/make-room-for-no.json' with { type: 'json' };
import thinkFirstThenTalk from '../practices/team-learning/think-first-then-talk.json' with { type: 'json' };
import visitAnotherTeam from '../practices/team-learning/visit-another-team.json' with { type: 'json' };
import andThenWhat from '../practices/systems-thinking/and-then-what.json' with { type: 'json' };
import drawTheLoop from '../practices/systems-thinking/draw-the-loop.json' with { type: 'json' };
import followOneCase from '../practices/systems-thinking/follow-one-case.json' with { type: 'json' };
import whyDoesItComeBack from '../practices/systems-thinking/why-does-it-come-back.json' with { type: 'json' };
import criticismOfTheLeadFirst from '../practices/trust/criticism-of-the-lead-first.json' with { type: 'json' };
import nearMissMinute from '../practices/trust/near-miss-minute.json' with { type: 'json' };
import questionHalfHour from '../practices/trust/question-half-hour.json' with { type: 'json' };
import theDayAfterAMistake from '../practices/trust/the-day-after-a-mistake.json' with { type: 'json' };
import beforeAndAfterCard from '../practices/learning-value/before-and-after-card.json' with { type: 'json' };
import fourInterviews from '../practices/learning-value/four-interviews.json' with { type: 'json' };
import learningInTheAnnualTalk from '../practices/learning-value/learning-in-the-annual-talk.json' with { type: 'json' };
import storyOfTheMonth from '../practices/learning-value/story-of-the-month.json' with { type: 'json' };
import roomToDecide from '../practices/recognition/room-to-decide.json' with { type: 'json' };
import smallInitiativesPurse from '../practices/recognition/small-initiatives-purse.json' with { type: 'json' };
import swapOneTask from '../practices/recognition/swap-one-task.json' with { type: 'json' };
import thanksWithABecause from '../practices/recognition/thanks-with-a-because.json' with { type: 'json' };
import findItInThirtySeconds from '../practices/knowledge/find-it-in-thirty-seconds.json' with { type: 'json' };
import signalBoard from '../practices/knowledge/signal-board.json' with { type: 'json' };
import supplierBreakfast from '../practices/knowledge/supplier-breakfast.json' with { type: 'json' };
import whoKnowsWhat from '../practices/knowledge/who-knows-what.json' with { type: 'json' };
import askForOneThing from '../practices/reflection/ask-for-one-thing.json' with { type: 'json' };
import tenMinutesOfWriting from '../practices/reflection/ten-minutes-of-writing.json' with { type: 'json' };
import watchAlongForAnHour from '../practices/reflection/watch-along-for-an-hour.json' with { type: 'json' };
import whyItWentWell from '../practices/reflection/why-it-went-well.json' with { type: 'json' };
import learningHourInTheRoster from '../practices/support/learning-hour-in-the-roster.json' with { type: 'json' };
import learningMoneyTheTeamDecides from '../practices/support/learning-money-the-team-decides.json' with { type: 'json' };
import learningPlanOnOnePage from '../practices/support/learning-plan-on-one-page.json' with { type: 'json' };
import tenMinutesAMonth from '../practices/support/ten-minutes-a-month.json' with { type: 'json' };
import type { Practice } from './practice.ts';
import { parsePractice } from './practice.ts';

const files: readonly (readonly [unknown, string])[] = [
  [anOrdinaryTuesday, 'shared-vision/an-ordinary-tuesday.json'],
  [meetWhoItIsFor, 'shared-vision/meet-who-it-is-for.json'],
  [oneGoalOnTheWall, 'shared-vision/one-goal-on-the-wall.json'],
  [theDayWeWereProud, 'shared-vision/the-day-we-were-proud.json'],
  [aDayOnTheOtherSide, 'mental-models/a-day-on-the-other-side.json'],
  [assumptionOnTrial, 'mental-models/assumption-on-trial.json'],
  [imagineItFailed, 'mental-models/imagine-it-failed.json'],
  [oneListForTheWhole, 'mental-models/one-list-for-the-whole.json'],
  [learningCaseCircle, 'personal-mastery/learning-case-circle.json'],
  [oneHabitOneMoment, 'personal-mastery/one-habit-one-moment.json'],
  [practiseTheHardBit, 'personal-mastery/practise-the-hard-bit.json'],
  [whatIReallyWant, 'personal-mastery/what-i-really-want.json'],
  [lookBackInFifteenMinutes, 'team-learning/look-back-in-fifteen-minutes.json'],
  [makeRoomForNo, 'team-learning/make-room-for-no.json'],
  [thinkFirstThenTalk, 'team-learning/think-first-then-talk.json'],
  [visitAnotherTeam, 'team-learning/visit-another-team.json'],
  [andThenWhat, 'systems-thinking/and-then-what.json'],
  [drawTheLoop, 'systems-thinking/draw-the-loop.json'],
  [followOneCase, 'systems-thinking/follow-one-case.json'],
  [whyDoesItComeBack, 'systems-thinking/why-does-it-come-back.json'],
  [criticismOfTheLeadFirst, 'trust/criticism-of-the-lead-first.json'],
  [nearMissMinute, 'trust/near-miss-minute.json'],
  [questionHalfHour, 'trust/question-half-hour.json'],
  [theDayAfterAMistake, 'trust/the-day-after-a-mistake.json'],
  [beforeAndAfterCard, 'learning-value/before-and-after-card.json'],
  [fourInterviews, 'learning-value/four-interviews.json'],
  [learningInTheAnnualTalk, 'learning-value/learning-in-the-annual-talk.json'],
  [storyOfTheMonth, 'learning-value/story-of-the-month.json'],
  [roomToDecide, 'recognition/room-to-decide.json'],
  [smallInitiativesPurse, 'recognition/small-initiatives-purse.json'],
  [swapOneTask, 'recognition/swap-one-task.json'],
  [thanksWithABecause, 'recognition/thanks-with-a-because.json'],
  [findItInThirtySeconds, 'knowledge/find-it-in-thirty-seconds.json'],
  [signalBoard, 'knowledge/signal-board.json'],
  [supplierBreakfast, 'knowledge/supplier-breakfast.json'],
  [whoKnowsWhat, 'knowledge/who-knows-what.json'],
  [askForOneThing, 'reflection/ask-for-one-thing.json'],
  [tenMinutesOfWriting, 'reflection/ten-minutes-of-writing.json'],
  [watchAlongForAnHour, 'reflection/watch-along-for-an-hour.json'],
  [whyItWentWell, 'reflection/why-it-went-well.json'],
  [learningHourInTheRoster, 'support/learning-hour-in-the-roster.json'],
  [learningMoneyTheTeamDecides, 'support/learning-money-the-team-decides.json'],
  [learningPlanOnOnePage, 'support/learning-plan-on-one-page.json'],
  [tenMinutesAMonth, 'support/ten-minutes-a-month.json'],
];

/**
 * The whole practice library, in the order of the areas and within an area by id. Read and checked once, at import:
 * a faulty file stops the program with the path of the fault, rather than showing half a practice later.
 */
export const practices: readonly Practice[] = files.map(([json, file]) => parsePractice(json, file));

const byId = new Map(practices.map((practice) => [practice.id, practice]));

/** The practice with this id; undefined when there is none, for instance an id from an older plan. */
export function practiceOf(id: string): Practice | undefined {
  return byId.get(id);
}
