/** English texts of a person's own data: taking it along, and being erased. */
export const personal = {
  "personal.title": "My data",
  "personal.lead":
    "Everything that is stored about you can be taken along and erased, without asking anybody.",
  "personal.export": "Take it along",
  "personal.exportLead":
    "A ZIP archive with one file for each kind of record: your account, devices, roles, organisations, invitations, applications, corrections, what you follow, what you wrote, read and watched on the board, what you changed, and your files. It holds no secret, and nothing of anybody else.",
  "personal.download": "Download the archive",
  "personal.erase": "Erase me",
  "personal.eraseLead": "Erasing cannot be undone by anybody.",
  "personal.toErase": "To erasing",
  "personal.goes": "What goes",
  "personal.goes.account": "Handle, e-mail address, password, second factor, recovery codes and passkeys.",
  "personal.goes.sessions": "All sessions: every device is signed out at once.",
  "personal.goes.roles": "Roles, and membership in organisations.",
  "personal.goes.sent":
    "Applications, invitations, links, what you follow by mail, and letters that were not sent yet.",
  "personal.goes.board":
    "What you wrote on the board, unless you choose below that it stays without your name; drafts, reactions, and what you watch, read, flagged or blocked.",
  "personal.goes.named": "Your name where you were thanked for a correction, and your address beside it.",
  "personal.stays": "What stays, without you",
  "personal.stays.records":
    "What you changed in the profile of an organisation or in the record of a country stays, as by a person who was removed.",
  "personal.stays.answers":
    "What others answered you on the board stays. Where they wrote your handle, it no longer stands.",
  "personal.stays.audit":
    "The audit log keeps a number that nobody can trace back. A list of such numbers makes sure that a restored backup brings nobody back.",
  "personal.alone": "You are the last owner of:",
  "personal.aloneEmpty": "has no other member: it will be listed again, and somebody else may claim it",
  "personal.aloneOthers": {
    one: "{count} other member stays, and an admin of the region may name an owner",
    other: "{count} other members stay, and an admin of the region may name an owner",
  },
  "personal.handOver": "Hand it over first",
  "personal.leave": "Leave these organisations without an owner",
  "personal.leaveNeeded":
    "Hand these organisations over first, or say that they may be left without an owner.",
  "personal.keepPosts": "My posts on the board stay, without my name",
  "personal.keepPostsHint":
    "Otherwise their words go, and only a place without text shows that there was something.",
  "personal.handle": "Your handle",
  "personal.handleHint": "To be sure that it is meant, type:",
  "personal.handleWrong": "This is not your handle.",
  "personal.code": "Code of the app, or a recovery code",
  "personal.codeNeeded": "Your account has a second factor: a code is needed.",
  "personal.eraseNow": "Erase me for ever",
  "personal.readme":
    "What the platform at {origin} holds about {handle}, as of {day}. Each file is JSON: a list of records, oldest first. An empty list means that there is none.",
  "done.erased": "You are erased. A last letter confirms it.",
  "letter.erased.subject": "Your account was erased",
  "letter.erased.1":
    "Your account and what belonged to it were erased, as you asked for. This letter is the last one; its address is not kept.",
  "letter.erased.2":
    "If this was not you, somebody knew your password: change it wherever else you use it. The account cannot be brought back.",
} as const;
