/** النصوص العربية للكتابة في المكتب: سؤال المصدر، والمعاينة، والصور، وما يُحفظ أثناء الكتابة. */
export const writing = {
  "writing.fetch": "جلب العنوان والتاريخ والناشر",
  "writing.fetchHint": "تُسأل الصفحة مرة واحدة، ولا تُملأ إلا الخانات الفارغة.",
  "writing.fetched": "مُلئ كما ورد في الصفحة: {fields}. قارن قبل النشر.",
  "writing.fetchedNothing": "لا تذكر الصفحة شيئًا مما ينقص هنا.",
  "writing.already": "هذا المصدر موجود هنا من قبل:",
  "writing.previewTitle": "معاينة: كما سيراها الزوار",
  "writing.previewNote": "لم يُحفظ شيء بعد. تابع في الأسفل.",
  "writing.draftOf": "في المكتب: {kind}",
} as const;
