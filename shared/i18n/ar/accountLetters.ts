/** Arabic texts of letters about an account. */
export const accountLetters = {
  "letter.greeting": "مرحبا {handle}،",
  "letter.notYou": "إن لم تكن أنت من فعل ذلك فيرجى طلب كلمة مرور جديدة فورا.",
  "letter.reset.subject": "اختيار كلمة مرور جديدة",
  "letter.reset.1":
    "طلب شخص، وربما كان أنت، كلمة مرور جديدة لحسابك. يفتح الرابط أدناه مرة واحدة خلال 24 ساعة.",
  "letter.reset.2": "إن لم تكن أنت فلا يلزم أي إجراء: تبقى كلمة المرور كما هي.",
  "letter.passwordChanged.subject": "تم تغيير كلمة المرور",
  "letter.passwordChanged.1": "تم تغيير كلمة مرور حسابك، وتسجيل خروج كل الأجهزة الأخرى.",
  "letter.confirmEmail.subject": "تأكيد عنوان البريد الإلكتروني",
  "letter.confirmEmail.1":
    "ذكر هذا العنوان لحساب في المنصة، ويعتمد بعد تأكيده. يفتح الرابط أدناه مرة واحدة خلال 24 ساعة.",
  "letter.confirmEmail.2": "إن لم يكن لديك علم بذلك فلا يلزم أي إجراء.",
  "letter.emailChanging.subject": "عنوان جديد لحسابك",
  "letter.emailChanging.1":
    "سيحل عنوان بريد إلكتروني آخر محل هذا العنوان في حسابك. إن كان هذا ما تريده فلا يلزم أي إجراء هنا.",
  "letter.emailChanging.2":
    "إن لم تكن أنت من طلب ذلك فيمكن التراجع خلال 72 ساعة: يبقى هذا العنوان، ويسجل خروج كل الأجهزة، ثم تختار كلمة مرور جديدة.",
  "letter.emailChanging.button": "لم أكن أنا",
  "letter.factorOn.subject": "تم تفعيل العامل الثاني",
  "letter.factorOn.1": "تم تفعيل العامل الثاني لحسابك. يتطلب تسجيل الدخول رمزا من الآن فصاعدا.",
  "letter.factorOff.subject": "تم إيقاف العامل الثاني",
  "letter.factorOff.1": "تم إيقاف العامل الثاني لحسابك. تكفي كلمة المرور وحدها لفتحه الآن.",
} as const;
