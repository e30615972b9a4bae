/** English texts of the letters about applications. */
export const applicationLetters = {
  "applications.letter.confirm.subject": "Please confirm your address",
  "applications.letter.confirm.1":
    "Somebody filled in a form on our platform with this address. If it was you, open the page and press its button.",
  "applications.letter.confirm.2":
    "If it was not you, do nothing: without the button nothing happens, and everything is erased after some days.",
  "applications.letter.confirm.button": "Open the page",
  "applications.letter.code.subject": "Your code",
  "applications.letter.code.1": "Your code is {code}.",
  "applications.letter.code.2": {
    one: "Enter it on the page where you asked for it. It is good for {count} hour.",
    other: "Enter it on the page where you asked for it. It is good for {count} hours.",
  },
  "applications.letter.code.button": "Open the page",
  "applications.letter.page": "See or withdraw it",
  "applications.letter.received.subject": "Your application has arrived",
  "applications.letter.received.1":
    "Your application is with the admins of the region. The answer comes by e-mail.",
  "applications.letter.received.2":
    "On its page you see where it stands, and you can withdraw it at any time.",
  "applications.letter.asked.subject": "A question about your application",
  "applications.letter.asked.1": "An admin of the region asks:",
  "applications.letter.asked.2": "Your application goes on once you have answered.",
  "applications.letter.asked.button": "Answer",
  "applications.letter.declined.subject": "Your application",
  "applications.letter.declined.1": "Your application was declined, for this reason:",
  "applications.letter.declined.2": {
    one: "You may apply again. What you wrote is erased after {count} day.",
    other: "You may apply again. What you wrote is erased after {count} days.",
  },
  "applications.letter.undone.subject": "Your claim",
  "applications.letter.undone.1": "An admin of the region has taken the profile back, for this reason:",
  "applications.letter.accepted.subject": "Welcome: your application was accepted",
  "applications.letter.accepted.organisation":
    "Your organisation was accepted and has a profile now. You are its owner.",
  "applications.letter.accepted.claim": "Your claim was accepted. You are the owner of the profile.",
  "applications.letter.accepted.person": "Your application was accepted.",
  "applications.letter.accepted.link": {
    one: "The link below creates your account. It can be used once, for {count} day.",
    other: "The link below creates your account. It can be used once, for {count} days.",
  },
  "applications.letter.accepted.keep": "Whoever opens it gets the account: do not pass this letter on.",
  "applications.letter.accepted.button": "Create your account",
  "applications.letter.admin.subject": "Something waits at the desk",
  "applications.letter.admin.waiting": "A new application waits for a decision.",
  "applications.letter.admin.answered": "An applicant has answered your question.",
  "applications.letter.admin.byDomain":
    "A claim was accepted by a code that was mailed to the organisation’s own domain. If something is wrong with it, take the profile back.",
  "applications.letter.admin.button": "Look at it",
  "applications.letter.owner.subject": "Somebody claims the profile that you keep",
  "applications.letter.owner.1":
    "Somebody else asks to become an owner of your organisation’s profile. An admin of the region decides.",
  "applications.letter.owner.2":
    "If it is a colleague, you can invite them instead. If it should not be, write to the admins of the region.",
} as const;
