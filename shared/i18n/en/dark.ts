/** English texts of going dark and coming back. */
export const dark = {
  "dark.title": "Go dark: {name}",
  "dark.titleBack": "Hidden: {name}",
  "dark.lead":
    "One button hides this organisation everywhere on the platform, at once, for as long as you wish.",
  "dark.link": "Go dark",
  "dark.isDark":
    "This organisation is hidden. Only its own members, and the admins of the region, can still see this page; each look by an admin is logged.",
  "dark.hides": "What is hidden",
  "dark.hides.profile": "The profile, its activities, its logo, its history and suggested corrections.",
  "dark.hides.names":
    "Its names: in lists, maps, searches and suggestions, beside news that name it, and in counts.",
  "dark.hides.people": "That its members belong to it.",
  "dark.hides.data":
    "All of this in the data files, the feeds and the programming interface too, on every server, within a minute.",
  "dark.stays": "What the platform cannot hide",
  "dark.stays.published":
    "What others have published: titles, texts, authors and publishers of news, events and reports stay as they are.",
  "dark.stays.copies":
    "Copies elsewhere: search engines, archives, files and mails that somebody has already.",
  "dark.kept":
    "Nothing is deleted. You can still sign in, see and edit the profile, and bring it back by one button with everything as it was. Its owners are told by mail.",
  "dark.backMeans": "One button shows it again, with everything as it was. Its owners are told by mail.",
  "dark.go": "Hide everything now",
  "dark.back": "Show it again",
  "dark.letter.subject": "A change of your organisation’s profile",
  "dark.letter.dark": "Your organisation is now hidden everywhere on the platform. Nothing was deleted.",
  "dark.letter.back": "Your organisation is shown on the platform again, as it was before.",
  "dark.letter.unasked":
    "If you did not expect this, talk to your colleagues, and change it back on the page below.",
  "dark.letter.button": "Open the page",
  "done.wentDark": "Done: the organisation is hidden. On every server this takes some seconds.",
  "done.cameBack": "Done: the organisation is shown again.",
  "audit.organisation.darkened": "hid an organisation",
  "audit.organisation.shown": "showed an organisation again",
} as const;
