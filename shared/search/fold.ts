/** Folds what people write and what they search into the same words: accents, case, scripts, missing spaces. */

/** Serbian, Macedonian and Bulgarian letters as the Latin alphabet of the same language writes them, without accents. */
const CYRILLIC: Record<string, string> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  д: "d",
  ђ: "d",
  ѓ: "g",
  е: "e",
  ж: "z",
  з: "z",
  ѕ: "dz",
  и: "i",
  ј: "j",
  й: "j",
  к: "k",
  ќ: "k",
  л: "l",
  љ: "lj",
  м: "m",
  н: "n",
  њ: "nj",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  ћ: "c",
  у: "u",
  ф: "f",
  х: "h",
  ц: "c",
  ч: "c",
  џ: "dz",
  ш: "s",
  щ: "st",
  ъ: "a",
  ы: "y",
  ь: "",
  э: "e",
  ю: "ju",
  я: "ja",
};

/** Letters that Unicode does not decompose. */
const LATIN: Record<string, string> = {
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ø: "o",
  œ: "oe",
  æ: "ae",
  ß: "ss",
  þ: "th",
  ŋ: "n",
  ə: "e",
  ɛ: "e",
  ɔ: "o",
};

/** Alef, ya and ta marbuta in the forms that writers mix. */
const ARABIC: Record<string, string> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ک: "ك",
  ی: "ي",
};

const replacements = { ...CYRILLIC, ...LATIN, ...ARABIC };
const REPLACED = new RegExp(`[${Object.keys(replacements).join("")}]`, "g");
/** Accents of Latin, Greek and Cyrillic; vowel signs and tatweel of Arabic. Thai and Khmer vowels are letters: they stay. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
/** Scripts that are written without spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\ua9e0-\ua9ff\uaa60-\uaa7f]+/g;

/** The folded form, still with its spaces: "Đorđević" and "Ђорђевић" are both "dordevic". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(REPLACED, (letter) => replacements[letter] ?? letter)
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(REPLACED, (letter) => replacements[letter] ?? letter)
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf));
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(text: string): Intl.Segmenter {
  const code = text.charCodeAt(0);
  const language = code < 0x0e80 ? "th" : code < 0x0f00 ? "lo" : code < 0x1780 ? "my" : "km";
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "word" });
  segmenters.set(language, known);
  return known;
}

/** The folded words of a text, in order; Thai, Lao, Khmer and Burmese sentences are split into theirs. */
export function words(text: string): string[] {
  const spaced = fold(text).replace(UNSPACED, (run) =>
    [...segmenterFor(run).segment(run)].map((part) => ` ${part.segment} `).join(""),
  );
  return spaced.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}
