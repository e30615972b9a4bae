/** Arabic texts of the feeds. */
export const feeds = {
  "feeds.news": "الأخبار: {region}",
  "feeds.news.about": "ما نشره آخرون، ملخصا بعباراتنا، مع رابط إلى مصدر كل خبر.",
  "feeds.reviews": "الاستعراضات: {region}",
  "feeds.reviews.about":
    "الاستعراضات بموجب الاتفاقية، وأولها ما تغير سجله أخيرا. يذكر كل مدخل الحالة الراهنة والتاريخ الذي تصفه والمصدر، ولا يذكر ما كان قبل ذلك.",
  "feeds.events": "الفعاليات: {region}",
  "feeds.board": "منتدى النقاش: {region}",
  "feeds.board.about": "لم يفتح المنتدى بعد، فهذه الخلاصة فارغة.",
} as const;
