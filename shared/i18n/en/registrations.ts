/** English texts of registering for an event. */
export const registrations = {
  "registrations.title": "Register",
  "registrations.description": "Register for an event. No account is needed, and any name will do.",
  "registrations.name": "Name",
  "registrations.nameHint": "Any name will do: it is how you wish to be called there.",
  "registrations.email": "Your e-mail address",
  "registrations.emailHint": "We send a link to it. You are registered only after you have used the link.",
  "registrations.byAccount": "Letters go to the address of your account: {address}",
  "registrations.organisation": "Organisation",
  "registrations.note": "Note for the organisers",
  "registrations.noteHint":
    "What you need to take part: access, interpretation, food. Please write nothing that could harm you.",
  "registrations.privacy": {
    one: "Only the curators of this region see who registered. Everything is deleted {count} day after the event, or at once when you end your registration.",
    other:
      "Only the curators of this region see who registered. Everything is deleted {count} days after the event, or at once when you end your registration.",
  },
  "registrations.error.closed": "One can no longer register for this event.",
  "registrations.confirm.submit": "Confirm my registration",
  "registrations.confirm.ended": "This link has ended or was used already, or the event has begun.",
  "registrations.own.title": "Your registration",
  "registrations.own.none": "There is no registration here, or it was ended already. Nothing of it is kept.",
  "registrations.own.ending":
    "If you cannot come, please end your registration: your place goes to who waits. Nothing of it is kept.",
  "registrations.own.end": "End my registration",
  "registrations.state.confirmed": "has a place",
  "registrations.state.waiting": "waiting list",
  "registrations.list.title": "Registrations: {title}",
  "registrations.list.lead":
    "Shown to curators of this region alone. Each look at this list is written into the audit log.",
  "registrations.list.link": "Registrations",
  "registrations.list.confirmed": {
    one: "{count} person has a place.",
    other: "{count} people have a place.",
  },
  "registrations.list.capacity": { one: "There is {count} place.", other: "There are {count} places." },
  "registrations.list.waiting": { one: "{count} person waits.", other: "{count} people wait." },
  "registrations.list.none": "Nobody has registered yet.",
  "registrations.list.csv": "Download as CSV",
  "registrations.list.remove": "Remove: {name}",
  "registrations.list.name": "Name",
  "registrations.list.organisation": "Organisation",
  "registrations.list.email": "E-mail address",
  "registrations.list.note": "Note",
  "registrations.list.state": "State",
  "registrations.list.registeredAt": "Registered at (UTC)",
  "registrations.list.language": "Language",
  "registrations.letter.subject": "Your registration",
  "registrations.letter.tellingSubject": "Registration: {title}",
  "registrations.letter.asked":
    "Somebody, probably you, asked to register this address for “{title}”. If it was not you, leave this letter: nothing else will come.",
  "registrations.letter.once": {
    one: "The link works once and ends after {count} hour.",
    other: "The link works once and ends after {count} hours.",
  },
  "registrations.letter.known":
    "Somebody, probably you, asked to register this address for “{title}”. It is registered already, and nothing has changed.",
  "registrations.letter.confirmed": "You are registered for “{title}”, and you have a place.",
  "registrations.letter.waiting":
    "All places of “{title}” are taken at present. You are on the waiting list, and we write to you when a place becomes free.",
  "registrations.letter.movedUp": "A place has become free: you now have a place at “{title}”.",
  "registrations.letter.reminder": "“{title}” begins soon, and you have a place.",
  "registrations.letter.changed":
    "The date or the place of “{title}” has changed. Your registration stays as it is.",
  "registrations.letter.cancelled":
    "“{title}” was withdrawn, and your registration ends with it. Nothing of it is kept.",
  "registrations.letter.removed":
    "The organisers have ended your registration for “{title}”. Nothing of it is kept.",
  "registrations.letter.when": "When: {when}",
  "registrations.letter.where": "Where: {where}",
  "registrations.letter.end":
    "If you cannot come, please end your registration there: your place goes to who waits.",
  "registrations.letter.show": "Your registration",
  "done.registrationAsked": "We have sent you a letter: use the link in it, and you are registered.",
  "done.registrationConfirmed": "You are registered, and you have a place. A letter tells you so.",
  "done.registrationWaiting": "You are on the waiting list. We write to you when a place becomes free.",
  "done.registrationEnded": "The registration has ended, and nothing of it is kept.",
  "done.registrationRemoved": "The registration was removed, and its person is told.",
  "audit.registrations.read": "read who registered for an event",
  "audit.registration.removed": "removed a registration",
};
