/** Texts of the board: its boards, threads and posts. */
export const board = {
  "error.locked.title": "This thread is closed to new posts",
  "error.locked.help": "It was locked meanwhile. What you wrote is not lost: copy it, or keep it as a draft.",
  "error.suspended.title": "You cannot post at present",
  "error.suspended.help": "Moderators decided so. You were told why, until when, and how to appeal.",
} as const;
