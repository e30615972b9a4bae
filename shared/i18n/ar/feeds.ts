/** Arabic texts of the feeds. */
export const feeds = {
  "feeds.news": "الأخبار: {region}",
  "feeds.news.about": "ما نشره آخرون، ملخصا بعباراتنا، مع رابط إلى مصدر كل خبر.",
  "feeds.reviews": "الاستعراضات: {region}",
  "feeds.reviews.about":
    "الاستعراضات بموجب الاتفاقية، وأولها ما تغير سجله أخيرا. يذكر مدخل لكل استعراض الحالة الراهنة والتاريخ الذي تصفه والمصدر، ويذكر مدخل آخر لكل تغيير ما كان قبله وما صار بعده.",
  "feeds.events": "الفعاليات: {region}",
  "feeds.board": "منتدى النقاش: {region}",
  "feeds.board.about": "أحدث المشاركات في الأقسام المتاحة للعموم.",
} as const;
