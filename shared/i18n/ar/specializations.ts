/** Arabic names of the specialisations. */
export const specializations = {
  "specialization.uncac-monitoring": "رصد تنفيذ اتفاقية الأمم المتحدة لمكافحة الفساد",
  "specialization.access-to-information": "الوصول إلى المعلومات والشفافية",
  "specialization.public-procurement": "المشتريات العمومية والمالية العمومية",
  "specialization.asset-recovery": "استرداد الموجودات",
  // Second source: reports of the ninth session of the Conference of the States Parties (innfrad.com, December 2021);
  // namescan.io on the transparency of beneficial ownership.
  "specialization.beneficial-ownership": "الملكية النفعية وغسل الأموال",
  "specialization.whistleblower-protection": "حماية المبلغين والشهود والضحايا",
  "specialization.asset-declaration": "إقرارات الذمة المالية وتضارب المصالح",
  "specialization.political-finance": "الانتخابات والتمويل السياسي",
  "specialization.judicial-integrity": "نزاهة القضاء وإنفاذ القانون",
  "specialization.grand-corruption": "الفساد الكبير والإفلات من العقاب",
  "specialization.private-sector": "نزاهة الأعمال والقطاع الخاص",
  "specialization.natural-resources": "الصناعات الاستخراجية والبيئة والموارد الطبيعية",
  "specialization.public-services": "النزاهة في الصحة والتعليم والخدمات العمومية",
  "specialization.investigative-journalism": "الصحافة الاستقصائية والإعلام",
  "specialization.education-awareness": "التعليم والشباب وتوعية الجمهور",
  "specialization.victims-legal-aid": "المشورة القانونية وضحايا الفساد",
  "specialization.anti-corruption-bodies": "هيئات مكافحة الفساد واستراتيجياتها",
  "specialization.gender": "النوع الاجتماعي والفساد",
  // Second sources: masaar.net on البيانات المفتوحة; wamda.com on التكنولوجيا المدنية (January 2017).
  "specialization.open-data-tech": "البيانات المفتوحة والتكنولوجيا المدنية",
  "specialization.local-governance": "الحوكمة المحلية والمساءلة الاجتماعية",
} as const;
