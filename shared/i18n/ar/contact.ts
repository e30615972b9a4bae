/** Arabic texts of writing to a CSO. */
export const contact = {
  "contact.link": "مراسلة هذه المنظمة",
  "contact.title": "مراسلة {name}",
  "contact.description": "تحال رسالتك بالبريد الإلكتروني، وتجيبك المنظمة مباشرة.",
  "contact.what":
    "تحال رسالتك بالبريد الإلكتروني. لا ترى عنوان المنظمة، وهي ترى عنوانك كي تتمكن من الرد عليك.",
  "contact.name": "اسمك",
  "contact.nameHint": "فقط إن أردت ذكره.",
  "contact.email": "عنوان بريدك الإلكتروني",
  "contact.emailHint": "يصلك الرد عليه.",
  "contact.message": "رسالتك",
  "contact.submit": "إرسال",
  "contact.privacy":
    "لا تحتفظ المنصة برسالتك ولا بعنوانك بعد الإرسال. والبريد الإلكتروني ليس سريا: لا تكتب ما قد يعرض أحدا للخطر.",
  "contact.none": "لا تعرف المنصة عنوان بريد إلكتروني لهذه المنظمة، ولذلك لا يمكنها إحالة رسالة.",
  "contact.full": "تلقت هذه المنظمة اليوم أقصى عدد ممكن من الرسائل. يرجى المحاولة غدا.",
  "contact.letter.subject": "رسالة محالة عبر المنصة",
  "contact.letter.lead": "كتب إليك أحدهم ما يلي على {host}. لم تتحقق المنصة من هويته.",
  "contact.letter.from": "الاسم المذكور: {name}",
  "contact.letter.answer": "إذا رددت على هذه الرسالة وصل ردك إلى ذلك الشخص وظهر له عنوانك.",
  "done.contact": "أحيلت رسالتك.",
};
