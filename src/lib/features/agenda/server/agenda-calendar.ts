import ical, { ICalCalendarMethod, ICalEventBusyStatus } from 'ical-generator';

export interface AgendaEvent {
  /** The same for every copy of one meeting, so that a calendar replaces it and doesn't add another. */
  readonly uid: string;
  readonly sequence: number;
  /** ISO day; the team moves it to the hour of its own meeting. */
  readonly day: string;
  readonly subject: string;
  readonly text: string;
  readonly url: string;
  readonly stamp: Date;
  readonly organiser: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string };
}

/** The meeting as a calendar file: a whole day that keeps nobody's hours occupied. */
export function agendaCalendar(event: AgendaEvent): string {
  const calendar = ical({ prodId: { company: 'Lerend', product: 'agenda' }, method: ICalCalendarMethod.REQUEST });
  const entry = calendar.createEvent({
    id: event.uid,
    sequence: event.sequence,
    stamp: event.stamp,
    start: new Date(`${event.day}T00:00:00Z`),
    end: new Date(new Date(`${event.day}T00:00:00Z`).getTime() + dayInMilliseconds),
    timezone: 'UTC',
    allDay: true,
    summary: event.subject,
    description: event.text,
    url: event.url,
    busystatus: ICalEventBusyStatus.FREE,
    organizer: event.organiser,
  });
  entry.createAttendee({ ...event.attendee, rsvp: false });
  return calendar.toString();
}

const dayInMilliseconds = 24 * 60 * 60 * 1000;
