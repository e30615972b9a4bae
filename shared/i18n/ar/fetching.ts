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
} as const;
