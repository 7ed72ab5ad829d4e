export { addContactPerson } from './add-contact-person.ts';
export { removeContactPerson } from './remove-contact-person.ts';
export { contactPeople } from './contact-people.ts';
export { talkPage } from './talk-page.ts';
export { sendMessage } from './send-message.ts';
export { sendTryMessage, tryTalkPage } from './try-talk.ts';
export { markAnswered, receivedMessages, removeMessage } from './received-messages.ts';
