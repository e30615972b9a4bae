/** English texts of writing to a CSO. */
export const contact = {
  "contact.link": "Write to this organisation",
  "contact.title": "Write to {name}",
  "contact.description": "Your letter is passed on by mail; the organisation answers you directly.",
  "contact.what":
    "Your letter is passed on by mail. You do not see the organisation’s address; it sees yours, so that it can answer you.",
  "contact.name": "Your name",
  "contact.nameHint": "Only if you want to give it.",
  "contact.email": "Your e-mail address",
  "contact.emailHint": "The answer goes there.",
  "contact.message": "Your letter",
  "contact.submit": "Send",
  "contact.privacy":
    "The platform keeps neither your letter nor your address once it is sent. Mail is not secret: leave out what could endanger somebody.",
  "contact.none": "The platform knows no e-mail address of this organisation, so it cannot pass on a letter.",
  "contact.full":
    "This organisation was sent as many letters today as it may get. Please try again tomorrow.",
  "contact.letter.subject": "A letter passed on by the platform",
  "contact.letter.lead": "Somebody wrote this to you on {host}. The platform has not checked who it is.",
  "contact.letter.from": "Name given: {name}",
  "contact.letter.answer":
    "If you answer this letter, your answer goes to that person and shows your address.",
  "done.contact": "Your letter has been passed on.",
};
