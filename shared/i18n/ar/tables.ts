/** Arabic texts of tables that are handed in: why one cannot be read. */
export const tables = {
  "tables.problem.empty": "الملف فارغ.",
  "tables.problem.too-large": "حجم الملف أكبر من {limit} ميغابايت. أرسله على أجزاء.",
  "tables.problem.encoding":
    "لا يمكن قراءة حروف الملف. احفظه بصيغة «CSV UTF-8» في برنامج الجداول، أو اذكر أدناه أنه بترميز Windows-1252.",
  "tables.problem.nul": "في السطر {line} رمز لا يوجد في أي نص (NUL). احفظ الملف من جديد بصيغة «CSV UTF-8».",
  "tables.problem.quotes": "في السطر {line} علامة اقتباس غير مغلقة، أو في غير موضعها.",
  "tables.problem.no-rows": "لا توجد في الملف صفوف تحت أسماء الأعمدة.",
  "tables.problem.too-many-rows": "في الملف أكثر من {limit} صف. أرسله على أجزاء.",
  "tables.problem.too-many-columns": "في الملف أكثر من {limit} عمود.",
  "tables.problem.unnamed-column": "العمود {position} بلا اسم في السطر 1.",
  "tables.problem.duplicate-column": "العمود «{column}» مكرر في السطر 1.",
  "tables.problem.ragged": {
    zero: "لا خلايا في السطر {line}، بينما يذكر السطر 1 {expected}.",
    one: "في السطر {line} خلية واحدة، بينما يذكر السطر 1 {expected}.",
    two: "في السطر {line} خليتان، بينما يذكر السطر 1 {expected}.",
    few: "في السطر {line} {count} خلايا، بينما يذكر السطر 1 {expected}.",
    many: "في السطر {line} {count} خلية، بينما يذكر السطر 1 {expected}.",
    other: "في السطر {line} {count} خلية، بينما يذكر السطر 1 {expected}.",
  },
  "tables.problem.too-long": "السطر {line}: الخلية في العمود «{column}» أطول من {limit} حرف.",
  "tables.problem.not-json": "هذا ليس JSON.",
  "tables.problem.not-a-list": "يجب أن يكون JSON قائمة سجلات، أو أن يتضمن قائمة تحت «items».",
  "tables.problem.not-a-record": "العنصر {line} من القائمة ليس كائنا.",
};
