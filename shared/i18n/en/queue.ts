/** English texts of the desk's queue: its pages, what waits in it, and the weekly letter. */
export const queue = {
  "desk.nav.queue": "What waits",
  "desk.nav.applications": "Applications",
  "desk.nav.corrections": "Corrections",
  "desk.nav.flags": "Flags",
  "desk.nav.news": "News",
  "desk.nav.events": "Events",
  "desk.nav.resources": "Resources",
  "desk.nav.partners": "Partners",
  "desk.nav.reviews": "Review data",
  "desk.nav.feeds": "Feeds",
  "desk.nav.import": "Import",
  "desk.nav.people": "People",
  "desk.nav.audit": "Audit log",
} as const;
