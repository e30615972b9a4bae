/** Arabic texts of the partners room. */
export const partners = {
  "partners.title": "الشركاء: {region}",
  "partners.lead":
    "كيانات الأمم المتحدة وهيئات إقليمية وشبكات ومبادرات وجامعات تعمل على الاتفاقية مع المجتمع المدني.",
  "partners.count": {
    zero: "لا شركاء",
    one: "شريك واحد",
    two: "شريكان",
    few: "{count} شركاء",
    many: "{count} شريكا",
    other: "{count} شريك",
  },
  "partners.kinds": "أنواع الشركاء",
  "partners.alsoIn": "أيضا في:",
  "partners.field.url": "عنوان الموقع",
  "partners.field.language": "لغة الاسم والملخص",
  "partners.kind.un": "الأمم المتحدة",
  "partners.kind.regional-body": "هيئات إقليمية",
  "partners.kind.network": "شبكات",
  "partners.kind.donor": "جهات مانحة",
  "partners.kind.initiative": "مبادرات",
  "partners.kind.academia": "جامعات ومراكز بحوث",
} as const;
