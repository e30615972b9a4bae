/** Arabic texts of the search room. */
export const search = {
  "search.title": "البحث: {region}",
  "search.lead": "المنظمات والبلدان والأخبار والفعاليات والموارد والمنتدى في بحث واحد.",
  "search.words": "كلمات البحث",
  "search.hits": {
    zero: "لا نتائج",
    one: "نتيجة واحدة",
    two: "نتيجتان",
    few: "{count} نتائج",
    many: "{count} نتيجة",
    other: "{count} نتيجة",
  },
  "search.didYouMean": "هل المقصود:",
  "search.someWords": "لا يوجد سجل فيه كل هذه الكلمات. وفي السجلات التالية بعضها.",
  "search.elsewhere": "توجد نتائج في منطقة أخرى: {region}",
  "search.allKinds": "النتائج من كل الأنواع",
  "search.all.organisations": "كل النتائج في المنظمات",
  "search.all.countries": "كل النتائج في البلدان",
  "search.all.news": "كل النتائج في الأخبار",
  "search.all.events": "كل النتائج في الفعاليات",
  "search.all.resources": "كل النتائج في الموارد",
  "search.all.posts": "كل النتائج في المنتدى",
  "search.onBoard": "في المنتدى",
  "search.nothing": "لم يعثر على شيء بهذه الكلمات.",
  "search.advice":
    "يمكن البحث عن اسم أو اسم مختصر أو بلد أو مدينة أو مجال، بكلمات قليلة. لا فرق بين أشكال الهمزة والتاء المربوطة، ولا بين الأحرف الكبيرة والصغيرة، ولا بين اللاتينية والسيريلية.",
  "search.examples": "على سبيل المثال:",
} as const;
