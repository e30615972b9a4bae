/** English texts of the rules. */
export const rules = {
  "rules.title": "Rules",
  "rules.lead": "How facts are kept here now, and how the discussion board will be kept once it opens.",
  "rules.facts.title": "Facts: in force now",
  "rules.facts.1": "A fact stands here only with a public source that anyone can look up.",
  "rules.facts.2": "What is not known is said to be unknown, and what still has to be confirmed says so.",
  "rules.facts.3": "Summaries are in our own words. They describe and do not accuse.",
  "rules.facts.4":
    "A report speaks for its authors. That it is linked here does not mean that this platform shares what it says.",
  "rules.facts.5":
    "Of contact details, only those are shown that an organisation publishes for itself; never those of a private person.",
  "rules.facts.6": "To be listed is neither a recommendation nor a certificate.",
  "rules.board.title": "The board: once it opens",
  "rules.board.intro":
    "The discussion board is not open yet. It is planned under these rules; whatever changes before it opens will be changed here.",
  "rules.board.1":
    "Taking part is for members of organisations, and for experts and journalists, whose application has been accepted. Nobody has to give a real name.",
  "rules.board.2":
    "Each thread is either public or for members only. Which of the two is shown before anything is written.",
  "rules.board.3":
    "Do not put anyone in danger: no private details of other people, and nothing that could reveal a source or a whistle-blower.",
  "rules.board.4": "Say how you know. An accusation against a person needs a public source.",
  "rules.board.5": "No threats, no hatred, no harassment, no advertising, no party campaigning.",
  "rules.board.6": "Differ about the matter, not about the person.",
  "rules.board.7":
    "Members can flag a post. A moderator of the region decides and gives a reason, and both sides are told.",
  "rules.reporting.title": "Not a place to report corruption",
  "rules.reporting.1":
    "This platform cannot investigate a case, and it cannot protect a person who reports one. The directory lists organisations that give legal advice and help victims of corruption:",
} as const;
