/** Arabic texts of the filters beside lists. */
export const filters = {
  "filters.title": "عوامل التصفية",
  "filters.apply": "تصفية",
  "filters.chosen": "عوامل التصفية المختارة",
  "filters.remove": "إلغاء عامل التصفية",
  "filters.nothing": "لا شيء يطابق عوامل التصفية هذه.",
  "filters.orMore": "{items} أو أكثر",
  "filters.country": "البلد",
  "filters.language": "اللغة",
  "filters.year": "السنة",
  "filters.kind": "النوع",
  "filters.publisher": "الناشر",
  "filters.symbol": "رمز الوثيقة",
} as const;
