/** Texts of drafts, of what waits for the network, and of signing out with them. */
export const drafts = {
  "drafts.title": "Your drafts",
  "drafts.lead": "What you wrote for the board or at a desk and did not send yet. Only you see it.",
  "drafts.none": "You have no drafts.",
  "drafts.reply": "Reply in “{title}”",
  "drafts.newThread": "New thread in {board}",
  "drafts.gone": "A text for a place that you cannot read any more",
  "drafts.queued": "waits to be sent",
  "drafts.show": "Show the text",
  "drafts.goOn": "Go on writing",
  "drafts.drop": "Throw away",
  "drafts.keep": "Keep as a draft",
  "drafts.kept": "Draft kept.",
  "drafts.keptHere": "Draft kept on this device. It goes to the platform when the network is back.",
  "drafts.found": "You began to write here before, and did not send it.",
  "drafts.restore": "Put it into the form",
  "drafts.restored": "Your draft stands in the form.",
  "drafts.dropped": "The draft was thrown away.",
  "drafts.copied": "This draft was changed elsewhere meanwhile. Both are kept: see your drafts.",
  "done.draft-kept": "The draft was kept.",
  "done.draft-empty": "There was no text to keep.",
  "done.draft-dropped": "The draft was thrown away.",
  "outbox.waits":
    "Waits for the network. It is sent by itself once, also if you close this page and come back later.",
  "outbox.later": "Waits until it may be sent: there is a pause between posts here.",
  "outbox.signIn": "Waits until you sign in again.",
  "outbox.cancel": "Do not send",
  "outbox.cancelled": "It is not sent. The text stands in the form again.",
  "outbox.sent": "Your reply was posted.",
  "outbox.refused.locked": "It was not posted: the thread was locked meanwhile. The text is kept as a draft.",
  "outbox.refused.suspended":
    "It was not posted: moderators decided that you cannot write at present. The text is kept as a draft.",
  "outbox.refused.invalid":
    "It was not posted: it is too long, or not filled in. The text is kept as a draft.",
  "outbox.refused.other": "It was not posted: this is not open to you any more. The text is kept as a draft.",
  "signOut.sending": "What you wrote is being sent to the platform first.",
  "signOut.ask":
    "What you wrote on this device could not be sent to the platform: there is no network. If you sign out now, it is lost.",
  "signOut.stay": "Stay signed in",
  "signOut.lose": "Sign out and lose it",
  "signOut.cleared":
    "What you wrote is gone from this device. Signing out itself needs the network: try again when it is back.",
} as const;
