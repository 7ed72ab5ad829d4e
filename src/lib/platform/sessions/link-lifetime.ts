/** Long enough to walk to another device, short enough for a mailbox that others can see. */
export const signInLinkMinutes = 15;
