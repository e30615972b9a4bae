/** Arabic texts of what comes of asking another server. */
export const fetching = {
  "fetching.bad-address": "لا تتصل المنصة بهذا العنوان.",
  "fetching.private-address": "يقع هذا العنوان في شبكة خاصة لا في الويب العام.",
  "fetching.not-found": "لا يوجد خادم بهذا الاسم.",
  "fetching.not-http": "لا يمكن الاتصال إلا بعناوين تبدأ بـ ⁨https://⁩ أو ⁨http://⁩.",
  "fetching.too-large": "كان الرد أكبر من الحد المسموح به.",
  "fetching.timeout": "لم يرد الخادم في الوقت المحدد.",
  "fetching.too-many-redirects": "يحيل هذا العنوان إلى غيره مرات لا تنتهي.",
  "fetching.unreachable": "يتعذر الوصول إلى الخادم.",
  "fetching.bad-certificate": "شهادة الخادم غير صالحة.",
  "fetching.unreadable": "تتعذر قراءة الرد.",
  "fetching.busy": "تجري عمليات بحث كثيرة الآن. يرجى المحاولة لاحقا.",
  "fetching.page-not-found": "لا يوجد شيء في هذا العنوان، أو لم يعد فيه شيء.",
  "fetching.bad-answer": "رد الخادم بخطأ.",
  "fetching.not-a-page": "لا توجد في هذا العنوان صفحة ولا ملف PDF.",
  "error.not-fetched.title": "تعذرت قراءة هذا العنوان",
  "error.not-fetched.help": "يرجى فتح العنوان في المتصفح، أو كتابة المعروف يدويا.",
} as const;
