/** English texts of forms: what a field asks for, and what is wrong with it. */
export const form = {
  "form.optional": "(optional)",
  "form.problems": { one: "One thing needs your attention:", other: "{count} things need your attention:" },
  "form.required": "Please fill this in.",
  "form.tooShort": {
    one: "This needs at least {count} character.",
    other: "This needs at least {count} characters.",
  },
  "form.tooLong": {
    one: "This may have at most {count} character.",
    other: "This may have at most {count} characters.",
  },
  "form.tooMany": { one: "At most {count} may be given.", other: "At most {count} may be given." },
  "form.misfit": "This is not one of the possible answers.",
  "form.notAnAddress": "This is not an e-mail address: it has a name, an @ and a domain.",
  "form.notALink": "This is not a web address: it begins with https:// or http://.",
  "form.notADate":
    "Write the date as year, year-month or year-month-day, such as 2024, 2024-05 or 2024-05-17.",
  "form.fileTooLarge": "This file is larger than {limit} MB.",
  "form.sendAgain":
    "The page was open for too long. Everything is still here: please look at it and send it again.",
  "form.choose": "Please choose",
  "form.sessionEnded.title": "Your session has ended",
  "form.sessionEnded.help":
    "What you wrote is kept on this page. Sign in again in another tab, come back here, and press the button.",
  "form.sessionEnded.signIn": "Sign in in a new tab",
  "form.sessionEnded.again": "Go on with what I wrote",
} as const;
