/** Texts of the board: its boards, threads and posts. */
export const board = {
  "error.locked.title": "This thread is closed to new posts",
  "error.locked.help": "It was locked meanwhile. What you wrote is not lost: copy it, or keep it as a draft.",
  "error.suspended.title": "You cannot post at present",
  "error.suspended.help": "Moderators decided so. You were told why, until when, and how to appeal.",
  "board.start.general.name": "General",
  "board.start.general.purpose": "Introductions, questions and news for everybody in the region.",
  "board.start.uncac-review.name": "UNCAC review",
  "board.start.uncac-review.purpose":
    "Following the countries’ reviews: dates, focal points, country visits, parallel reports.",
  "board.start.access-to-information.name": "Access to information",
  "board.start.access-to-information.purpose":
    "Laws, requests and refusals, and how to obtain review documents.",
  "board.start.asset-recovery.name": "Asset recovery",
  "board.start.asset-recovery.purpose": "Tracing, freezing and returning stolen assets.",
  "board.start.safety-and-solidarity.name": "Safety and solidarity",
  "board.start.safety-and-solidarity.purpose": "Risks, protection, and help for those who face reprisals.",
  "board.start.across-regions.name": "Across regions",
  "board.start.across-regions.purpose": "For the members of all regions: what is better done together.",
  "board.welcome.title": "Welcome to the board",
  "board.welcome.1":
    "Here civil society organisations of the region talk with each other. Everybody can read the public boards; members’ boards are read by members of the region alone.",
  "board.welcome.2":
    "Before you write, think of your safety: a public post can be read by anybody, also by those it is about. You need not give your real name, and names of people at risk do not belong here.",
  "board.welcome.3":
    "You can follow boards and threads by mail and answer by mail. What you write is kept as a draft when the network fails.",
  "board.welcome.4":
    "If a post threatens somebody or puts a person at risk, flag it: moderators of the region decide, tell both sides why, and their decisions can be appealed.",
} as const;
