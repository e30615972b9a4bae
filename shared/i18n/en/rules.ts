/** English texts of the rules. */
export const rules = {
  "rules.title": "Rules",
  "rules.lead": "How facts are kept here, and how the discussion board is kept.",
  "rules.facts.title": "Facts",
  "rules.facts.1": "A fact stands here only with a public source that anyone can look up.",
  "rules.facts.2": "What is not known is said to be unknown, and what still has to be confirmed says so.",
  "rules.facts.3": "Summaries are in our own words. They describe and do not accuse.",
  "rules.facts.4":
    "A report speaks for its authors. That it is linked here does not mean that this platform shares what it says.",
  "rules.facts.5":
    "Of contact details, only those are shown that an organisation publishes for itself; never those of a private person.",
  "rules.facts.6": "To be listed is neither a recommendation nor a certificate.",
  "rules.board.title": "The board",
  "rules.board.intro":
    "These rules hold in all boards of the platform. What moderators decide by them stands, without names, in the public log of each region:",
  "rules.board.1":
    "Taking part is for members of organisations, and for experts and journalists, whose application has been accepted. Nobody has to give a real name.",
  "rules.board.2":
    "Each board is public, for members, or for an invited group. Which of these is shown before anything is written. Moderators read all boards of their region, since they decide about flags there.",
  "rules.board.3":
    "Do not put anyone in danger: no private details of other people, and nothing that could reveal a source or a whistle-blower.",
  "rules.board.4": "Say how you know. An accusation against a person needs a public source.",
  "rules.board.5": "No threats, no hatred, no harassment, no advertising, no party campaigning.",
  "rules.board.6": "Differ about the matter, not about the person.",
  "rules.board.7":
    "Whoever is signed in can flag a post that they can read. A moderator of the region decides and gives a reason; author and those who flagged are told by a notice and a letter. In the boards of all regions any region’s moderator decides.",
  "rules.board.8":
    "A moderator can leave a post, hide it, lock a thread, warn its author, suspend them for 1 to 90 days, or ban them from writing. Whoever is suspended or banned in a region goes on reading, and writes neither there nor in the boards of all regions.",
  "rules.board.9":
    "Each decision can be appealed once within 90 days, by whom it goes against. Another moderator answers than who decided, of another region if there is none. If the decision is reversed, what it did is undone.",
  "rules.board.10":
    "The first two posts of a new member wait for approval, and until five posts have been approved also posts with links to elsewhere. After 90 days nothing waits.",
  "rules.board.11":
    "One person writes at most ten posts in ten minutes and starts at most five threads in a day. The same text, or nearly, is not taken in a second thread within an hour. Moderators can slow a thread or board down. What is refused for a time is not lost: the text stays in the form.",
  "rules.board.12": "You can block or mute a person in your account. They are not told.",
  "rules.reporting.title": "Not a place to report corruption",
  "rules.reporting.1":
    "This platform cannot investigate a case, and it cannot protect a person who reports one. The directory lists organisations that give legal advice and help victims of corruption:",
} as const;
