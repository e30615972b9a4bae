/** What somebody wrote themselves in an answer by mail: without what it quotes, what their programme adds, their signature. */

/** Lines are looked at no further: what a programme writes is shorter, and no long line costs more. */
const LOOKED_AT = 300;
/** A quote's first line is broken by mail programmes into so many at most. */
const HEADER_LINES = 3;

/** "On 22 Nov 2026 at 14:05, Amina <…> wrote:" and its like: how it begins, and its verb. */
const BEGINS = /^[-*_\s]*(on|le|el|il|em|am|op|den|dana|dne|pada|vào|ngày|в|في|بتاريخ|يوم)[\s,،]/iu;
const VERB =
  /(wrote|écrit|escribió|scritto|escreveu|schrieb|schreef|skrev|napisao|napisala|menulis|đã viết|كتب|كتابة|написал)/iu;
/** A quote names its moment or its sender; a sentence that ends in "wrote:" need not. */
const MOMENT_OR_ADDRESS = /\d{1,2}[:.h]\d{2}|<[^<>\s]+@[^<>\s]+>|\b(19|20)\d{2}\b|[٠-٩]{2,}/u;
const SEPARATOR =
  /^[-_\s]{3,}\s*(original message|forwarded message|message d['’]origine|message original|message transféré|الرسالة الأصلية|رسالة معاد توجيهها|mensaje original|ursprüngliche nachricht|pesan asli|originalna poruka)\s*[-_\s]{3,}$/iu;
const BEGIN =
  /^(begin forwarded message|début du message (transféré|réexpédié)|بداية الرسالة المعاد توجيهها)\s*[:：]?$/iu;
/** A block of headers as Outlook writes it: the sender, and at least one of the others close below. */
const SENDER = /^[*_>\s]*(from|de|من|von|da|dari|od)[*_\s]*[:：]/iu;
const HEADER =
  /^[*_>\s]*(sent|date|to|cc|subject|envoyé|à|objet|تاريخ الإرسال|التاريخ|أُرسلت|أرسلت|إلى|نسخة|الموضوع|dikirim|kepada|poslano|gesendet|an|betreff)[*_\s]*[:：]/iu;
const SIGNED =
  /^(sent from (my |mail|outlook|yahoo|proton).*|get outlook for .*|envoyé (depuis|de mon|à partir de) .*|télécharger outlook pour .*|obtenir outlook pour .*|(تم الإرسال|أُرسلت|أرسلت|مرسل) من .*|الحصول على outlook .*|احصل على outlook .*|dikirim dari .*|gesendet von .*)$/iu;
/** After "Sent from my phone" there is next to nothing; a sentence that begins so in the midst of a text stays. */
const AFTER_SIGNATURE = 3;
/** A signature after "--" without its space is no longer; in Markdown "---" is a rule. */
const LONGEST_SIGNATURE = 12;

const isQuoted = (line: string) => /^\s*>/.test(line);
const isBlank = (line: string) => line.trim() === "";
const look = (line: string) => line.slice(0, LOOKED_AT);

/** Empty where nothing is the writer's own. Its cost grows with the length of the text alone. */
export function ownWords(text: string): string {
  const lines = withoutSignature(text.replace(/\r\n?/g, "\n").split("\n"));
  const quote = firstQuote(lines);
  if (quote === null) return trimmed(withoutLastQuote(lines));
  const before = withoutSignature(lines.slice(0, quote.from));
  const after = withoutSignature(lines.slice(quote.to));
  // Answers below or between what is quoted: the quotes say what each of them is about.
  const isAnsweredBelow = quote.isMarked && after.some((line) => !isQuoted(line) && !isBlank(line));
  return trimmed(withoutLastQuote(isAnsweredBelow ? [...before, ...after] : before));
}

interface Quote {
  /** Its first line, and the first one after its header. */
  from: number;
  to: number;
  /** Each of its lines begins with ">". */
  isMarked: boolean;
}

function firstQuote(lines: readonly string[]): Quote | null {
  for (let at = 0; at < lines.length; at++) {
    const length = headerAt(lines, at);
    if (length > 0) {
      const next = lines.slice(at + length, at + length + 3).find((line) => !isBlank(line));
      return { from: at, to: at + length, isMarked: next !== undefined && isQuoted(next) };
    }
  }
  return null;
}

/** How many lines of a quote's header stand here. */
function headerAt(lines: readonly string[], at: number): number {
  const line = look(lines[at] ?? "");
  if (isBlank(line) || isQuoted(line)) return 0;
  if (SEPARATOR.test(line) || BEGIN.test(line.trim())) return 1;
  if (SENDER.test(line)) {
    const block = lines.slice(at + 1, at + 6).map(look);
    return block.filter((one) => HEADER.test(one)).length >= 2 ? 1 : 0;
  }
  for (let length = 1; length <= HEADER_LINES; length++) {
    const joined = lines
      .slice(at, at + length)
      .map(look)
      .join(" ")
      .trim();
    const next = lines.slice(at + length, at + length + 2).find((one) => !isBlank(one));
    const isHeader = BEGINS.test(joined) && VERB.test(joined) && MOMENT_OR_ADDRESS.test(joined);
    const isEnd = /[:：]$/.test(joined) || (next !== undefined && isQuoted(next));
    if (isHeader && isEnd) return length;
  }
  return 0;
}

function withoutSignature(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => !isBlank(line));
  const lastQuoted = lines.findLastIndex(isQuoted);
  let written = 0;
  // From the end, so that what stands below is counted once.
  let cut: { at: number; to: number } | null = null;
  for (let at = last; at >= 0; at--) {
    const line = look(lines[at] ?? "");
    const isLine = line === "-- " || (line === "--" && last - at <= LONGEST_SIGNATURE);
    if (isLine && lastQuoted < at) cut = { at, to: lines.length };
    else if (SIGNED.test(line.trim()) && (written < AFTER_SIGNATURE || headerBelow(lines, at + 1)))
      cut = { at, to: written < AFTER_SIGNATURE ? lines.length : at + 1 };
    if (!isBlank(line)) written++;
  }
  return cut === null ? [...lines] : [...lines.slice(0, cut.at), ...lines.slice(cut.to)];
}

function headerBelow(lines: readonly string[], from: number): boolean {
  const first = lines.slice(from, from + HEADER_LINES).findIndex((line) => !isBlank(line));
  return first >= 0 && headerAt(lines, from + first) > 0;
}

/** What is quoted at the very end answers nothing. */
function withoutLastQuote(lines: readonly string[]): string[] {
  const last = lines.findLastIndex((line) => !isBlank(line) && !isQuoted(line));
  return lines.slice(0, last + 1);
}

function trimmed(lines: readonly string[]): string {
  return lines
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
