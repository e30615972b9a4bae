/** Arabic texts of the files room: why a picture is not taken. */
export const files = {
  "files.trouble.empty": "الملف فارغ. يرجى اختيار ملف آخر.",
  "files.trouble.tooLarge": "حجم الملف أكبر من 4 ميغابايت. يرجى تصغير الصورة ثم المحاولة من جديد.",
  "files.trouble.type":
    "لا يمكن استعمال هذا الملف صورة. يرجى اختيار ملف من نوع JPEG أو PNG أو WebP أو AVIF أو GIF (لا SVG).",
  "files.trouble.pixels": "في الصورة أكثر من 40 مليون بكسل. يرجى تصغيرها ثم المحاولة من جديد.",
  "files.trouble.animated": "الصورة متحركة. يرجى اختيار صورة ثابتة.",
  "files.trouble.broken": "تعذرت قراءة الصورة: الملف تالف أو ناقص. يرجى حفظها من جديد أو اختيار صورة أخرى.",
} as const;
