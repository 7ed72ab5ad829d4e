export { erasePerson } from './erase-person.ts';
export { forgetEndedAccess, forgetLeftOverAccounts } from './forget-ended-access.ts';
export { forgetLeavers } from './forget-leavers.ts';
export { ownPersonalData } from './own-personal-data.ts';
export { personalDataOf } from './personal-data-of.ts';
export { subjectList } from './subject-list.ts';
export { personalDataFile } from './personal-data-file.ts';
export { mayAnswerRequests } from './policy.ts';
