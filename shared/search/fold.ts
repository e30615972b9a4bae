/** Folds letters so that what people write and what they search meet: accents, case, scripts, digits. */

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
  ё: "e",
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

/** The same letters where passports, road signs and web addresses of Bulgaria and North Macedonia write them otherwise. */
const AS_IN_PASSPORTS: Record<string, string> = {
  ж: "zh",
  ѓ: "gj",
  ќ: "kj",
  й: "y",
  х: "h",
  ц: "ts",
  ч: "ch",
  џ: "dzh",
  ш: "sh",
  щ: "sht",
  ю: "yu",
  я: "ya",
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
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ς: "σ",
};

/** Alef, ya, kaf, ha and ta marbuta in the forms that writers and keyboards mix. */
const ARABIC: Record<string, string> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ئ: "ي",
  ؤ: "و",
  ة: "ه",
  ہ: "ه",
  ھ: "ه",
  ک: "ك",
  ی: "ي",
  ڤ: "ف",
  گ: "ك",
  پ: "ب",
};

const OTHERS = { ...LATIN, ...ARABIC };
const REPLACED = new RegExp(`[${Object.keys({ ...CYRILLIC, ...OTHERS }).join("")}]`, "g");
/** Accents of Latin, Greek and Cyrillic; vowel signs and tatweel of Arabic. Thai and Khmer vowels are letters: they stay. */
const MARKS = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
/** Characters that change how a word is drawn or broken, not what it is. */
export const INVISIBLE = "\u00ad\u200c-\u200f\u061c\u2060\ufeff";
const UNSEEN = new RegExp(`[${INVISIBLE}]`, "g");
/** Decimal digits of the regions' scripts; each block starts at a multiple of sixteen. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59\u0ed0-\u0ed9\u1040-\u1049\u17e0-\u17e9]/g;
/** Sara am of Thai and Lao, which NFKD takes apart and nobody types so. */
const SARA_AM = /\u0e4d\u0e32|\u0ecd\u0eb2/g;
/** Where đ, ѓ and ќ have no key: Djordjević, Gjorgji, Kjosev. */
const WITHOUT_KEY = /dj|gj|kj/g;

/** The folded form, still with its spaces: "Đorđević", "Djordjević" and "Ђорђевић" are all "dordevic". */
export function fold(text: string): string {
  return foldBy({ ...CYRILLIC, ...OTHERS }, text);
}

const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u;

/** Every spelling under which a word is found: its folded form, and for Cyrillic the one that passports use. */
export function spellings(word: string): string[] {
  const folded = fold(word);
  if (!CYRILLIC_LETTER.test(word)) return [folded];
  const passport = foldBy({ ...CYRILLIC, ...AS_IN_PASSPORTS, ...OTHERS }, word).replace(/iya$/, "ia");
  return passport === folded ? [folded] : [folded, passport];
}

function foldBy(letters: Record<string, string>, text: string): string {
  const replace = (letter: string) => letters[letter] ?? letter;
  return text
    .toLowerCase()
    .replace(UNSEEN, "")
    .normalize("NFC")
    .replace(REPLACED, replace)
    .normalize("NFKD")
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(SARA_AM, (pair) => String.fromCharCode(pair.charCodeAt(1) + 1))
    .replace(REPLACED, replace)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(WITHOUT_KEY, (pair) => pair.charAt(0));
}
