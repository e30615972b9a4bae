/** Arabic texts of the desk's queue: its pages, what waits in it, and the weekly letter. */
export const queue = {
  "desk.nav.queue": "ما ينتظر",
  "desk.nav.applications": "الطلبات",
  "desk.nav.corrections": "التصحيحات",
  "desk.nav.flags": "البلاغات",
  "desk.nav.news": "الأخبار",
  "desk.nav.events": "الفعاليات",
  "desk.nav.resources": "الموارد",
  "desk.nav.partners": "الشركاء",
  "desk.nav.reviews": "بيانات الاستعراض",
  "desk.nav.feeds": "الخلاصات",
  "desk.nav.import": "الاستيراد",
  "desk.nav.people": "الأشخاص",
  "desk.nav.audit": "سجل التدقيق",
} as const;
