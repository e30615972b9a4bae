/** Arabic texts of the files room: why a picture is not taken. */
export const files = {
  "files.trouble.empty": "الملف فارغ. يرجى اختيار ملف آخر.",
  "files.trouble.tooLarge": "حجم الملف أكبر من 4 ميغابايت. يرجى تصغير الصورة ثم المحاولة من جديد.",
  "files.trouble.type":
    "لا يمكن استعمال هذا الملف صورة. يرجى اختيار ملف من نوع JPEG أو PNG أو WebP أو AVIF أو GIF (لا SVG).",
  "files.trouble.pixels": "في الصورة أكثر من 40 مليون بكسل. يرجى تصغيرها ثم المحاولة من جديد.",
  "files.trouble.animated": "الصورة متحركة. يرجى اختيار صورة ثابتة.",
  "files.trouble.broken": "تعذرت قراءة الصورة: الملف تالف أو ناقص. يرجى حفظها من جديد أو اختيار صورة أخرى.",
  "files.trouble.pdfBroken": "تعذرت قراءة ملف PDF: الملف تالف أو ناقص. يرجى حفظه من جديد أو اختيار ملف آخر.",
  "files.trouble.pdfLocked": "ملف PDF محمي بكلمة مرور أو مشفر. يرجى حفظه دون حماية ثم المحاولة من جديد.",
  "files.trouble.pdfMixed": "في هذا الملف شيء آخر بعد PDF. يرجى حفظ PDF من جديد ثم المحاولة.",
  "files.trouble.notForPosts":
    "هذا ليس صورة ولا ملف PDF يمكن استعماله. يرجى اختيار ملف من نوع JPEG أو PNG أو WebP أو AVIF أو GIF أو PDF.",
  "files.trouble.tooMany": "رفعت ملفات كثيرة اليوم. يرجى المحاولة غدا.",
  "files.trouble.noRoom": "شغلت ملفاتك كل المساحة المتاحة لحساب واحد. يرجى حذف بعضها من مشاركاتك أولا.",
  "files.trouble.documentTooLarge":
    "حجم ملف PDF أكبر من 16 ميغابايت. يرجى حفظه بحجم أصغر أو كتابة رابطه بدلا من ذلك.",
  "files.trouble.notPdf": "هذا ليس ملف PDF. يرجى اختيار ملف PDF أو كتابة رابط بدلا من ذلك.",
  "files.trouble.pdfUnread":
    "تعذرت قراءة صفحات ملف PDF هذا بالوقت والذاكرة اللذين تحتاج إليهما وثيقة. يرجى حفظه من جديد ببرنامج آخر أو كتابة رابطه بدلا من ذلك.",
  "files.picture": "صورة",
  "files.add": "إضافة صورة أو ملف PDF",
  "files.addHint": "4 ميغابايت على الأكثر. يزال منه المكان والجهاز وسائر البيانات الخفية.",
  "files.addNow": "إضافة الملف إلى النص",
} as const;
