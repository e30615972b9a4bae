/** English texts of asking whether a profile is still true. */
export const confirm = {
  "confirm.title": "Is your profile still true?",
  "confirm.what":
    "Please look at the profile. If all of it is still true, press the button: the profile then says that it was confirmed today.",
  "confirm.submit": "Yes, all of it is still true",
  "confirm.edit": "Something has changed: edit the profile",
  "confirm.ended":
    "This link has ended or was used already. Whoever keeps the profile can sign in and save it: that confirms it too.",
  "confirm.stale": "Nobody has confirmed this profile since {on}: it may be out of date.",
  "confirm.letter.subject": "Is your profile still true?",
  "confirm.letter.tellingSubject": "Is the profile of {name} still true?",
  "confirm.letter.asked":
    "The profile of {name} was not confirmed for a year. If all of it is still true, one button says so.",
  "confirm.letter.otherwise":
    "If something has changed, sign in and edit the profile: saving it confirms it too.",
  "confirm.letter.once": {
    one: "The link works once and ends after {count} day.",
    other: "The link works once and ends after {count} days.",
  },
  "confirm.letter.button": "Look at it and confirm",
  "done.confirm": "Thank you: the profile was confirmed today.",
};
