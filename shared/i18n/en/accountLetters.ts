/** English texts of letters about an account. */
export const accountLetters = {
  "letter.greeting": "Hello {handle},",
  "letter.notYou": "If this was not you, ask for a new password at once.",
  "letter.reset.subject": "Choose a new password",
  "letter.reset.1":
    "Somebody, probably you, asked for a new password for your account. The link below opens once, within 24 hours.",
  "letter.reset.2": "If it was not you, nothing has to be done: your password stays as it is.",
  "letter.passwordChanged.subject": "Your password was changed",
  "letter.passwordChanged.1":
    "The password of your account was changed, and all other devices were signed out.",
  "letter.confirmEmail.subject": "Confirm your e-mail address",
  "letter.confirmEmail.1":
    "This address was given for an account of the platform. It counts once you confirm it. The link below opens once, within 24 hours.",
  "letter.confirmEmail.2": "If you know nothing of this, nothing has to be done.",
  "letter.emailChanging.subject": "A new address for your account",
  "letter.emailChanging.1":
    "Another e-mail address is to take the place of this one in your account. If that is what you want, nothing has to be done here.",
  "letter.emailChanging.2":
    "If this was not you, take it back within 72 hours: this address stays, all devices are signed out, and you choose a new password.",
  "letter.emailChanging.button": "This was not me",
  "letter.factorOn.subject": "The second factor is on",
  "letter.factorOn.1":
    "The second factor of your account was turned on. From now on signing in asks for a code.",
  "letter.factorOff.subject": "The second factor is off",
  "letter.factorOff.1": "The second factor of your account was turned off. The password alone opens it now.",
} as const;
