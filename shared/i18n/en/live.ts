/** Texts of what arrives by itself: new posts, threads with news, notifications, who is there. */
export const live = {
  "live.new": { one: "{count} new reply", other: "{count} new replies" },
  "live.away": "New posts do not arrive by themselves at present.",
  "live.newer": "Look for newer posts",
  "live.locked": "This thread was locked meanwhile. What you wrote is not lost: keep it as a draft.",
  "live.gone": "This thread was moved or removed meanwhile.",
  "live.again": "Load it again",
  "live.news": { one: "{count} thread has news", other: "{count} threads have news" },
  "live.typing": "{handle} is writing…",
  "live.present": "Here now: {handles}",
  "live.deleted": "Post {number} was deleted or hidden.",
  "bell.title": "Notifications",
  "bell.unread": { one: "{count} unread notification", other: "{count} unread notifications" },
} as const;
