/** Country names: the United Nations' own in English, CLDR elsewhere, with the few exceptions that CLDR lacks. */
import { type Language, languages } from "../i18n/languages.ts";
import { memoised } from "../memoised.ts";

/**
 * English short names as the United Nations writes them (UNTERM), where CLDR's differ, for the States that stand in
 * the records as reviewers or places; a country of a region carries its name in its own row.
 */
const english: Record<string, string> = {
  AG: "Antigua and Barbuda",
  BA: "Bosnia and Herzegovina",
  BO: "Bolivia (Plurinational State of)",
  BN: "Brunei Darussalam",
  CD: "Democratic Republic of the Congo",
  CG: "Congo",
  CI: "Côte d'Ivoire",
  CV: "Cabo Verde",
  FM: "Micronesia (Federated States of)",
  GB: "United Kingdom",
  IR: "Iran (Islamic Republic of)",
  KN: "Saint Kitts and Nevis",
  KP: "Democratic People's Republic of Korea",
  KR: "Republic of Korea",
  LA: "Lao People's Democratic Republic",
  LC: "Saint Lucia",
  MD: "Republic of Moldova",
  MM: "Myanmar",
  PS: "State of Palestine",
  RU: "Russian Federation",
  ST: "Sao Tome and Principe",
  SY: "Syrian Arab Republic",
  SZ: "Eswatini",
  TL: "Timor-Leste",
  TR: "Türkiye",
  TT: "Trinidad and Tobago",
  TZ: "United Republic of Tanzania",
  US: "United States of America",
  VA: "Holy See",
  VC: "Saint Vincent and the Grenadines",
  VE: "Venezuela (Bolivarian Republic of)",
  VN: "Viet Nam",
  XK: "Kosovo (under UNSCR 1244)",
};

/** Sources: the United Nations' list of Member States in each language; for XK Security Council resolution 1244 (1999). */
const exceptions: Record<Exclude<Language, "en">, Record<string, string>> = {
  fr: {
    CD: "République démocratique du Congo",
    CG: "Congo",
    CV: "Cabo Verde",
    MD: "République de Moldova",
    MM: "Myanmar",
    PS: "État de Palestine",
    TL: "Timor-Leste",
    TR: "Türkiye",
    VA: "Saint-Siège",
    VN: "Viet Nam",
    XK: "Kosovo (au titre de la résolution 1244 du Conseil de sécurité)",
  },
  ar: {
    CD: "جمهورية الكونغو الديمقراطية",
    CG: "الكونغو",
    CI: "كوت ديفوار",
    CV: "كابو فيردي",
    MM: "ميانمار",
    PS: "دولة فلسطين",
    ST: "سان تومي وبرينسيبي",
    TL: "تيمور-ليشتي",
    VA: "الكرسي الرسولي",
    XK: "كوسوفو (بموجب قرار مجلس الأمن 1244)",
  },
};

/** What people still type: former names, and those of every day. Only found, never shown. */
export const everydayNames: Record<string, readonly string[]> = {
  AL: ["Shqipëria"],
  CD: ["DR Congo", "DRC", "RDC", "RD Congo", "Congo-Kinshasa"],
  CF: ["Centrafrique"],
  CG: ["Republic of the Congo", "Congo-Brazzaville"],
  CI: ["Ivory Coast"],
  CV: ["Cape Verde", "Cap-Vert"],
  MM: ["Burma", "Birmanie", "بورما"],
  SZ: ["Swaziland", "سوازيلاند"],
  TL: ["East Timor", "Timor oriental"],
  TR: ["Turkey", "Turquie"],
};

const regionNames = memoised((language: Language) => namesOf(language, "region"));
const languageNames = memoised((language: Language) => namesOf(language, "language"));

/** CLDR's name of a code in a language. */
function namesOf(language: Language, type: "region" | "language"): (code: string) => string {
  const names = new Intl.DisplayNames(languages[language].locale, { type });
  return memoised((code: string) => names.of(code) ?? code);
}

/** A country's name in a language; `iso2` in capitals. */
export function countryName(iso2: string, language: Language): string {
  const exception = language === "en" ? english[iso2] : exceptions[language][iso2];
  return exception ?? regionNames(language)(iso2);
}

/** The ISO 3166-1 alpha-2 code of a country by its English name in the records, or null. */
export function iso2OfName(name: string): string | null {
  return codesByName().get(name.toLowerCase()) ?? null;
}

let byName: Map<string, string> | undefined;

function codesByName(): Map<string, string> {
  if (byName) return byName;
  byName = new Map();
  const english = regionNames("en");
  for (const code of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    if (!isCountryCode(code)) continue;
    const name = english(code);
    if (name !== code) byName.set(name.toLowerCase(), code);
    byName.set(countryName(code, "en").toLowerCase(), code);
  }
  return byName;
}

/** Whether a code, in capitals, is a country's today: CLDR still names withdrawn ones too, Benin's DY or Serbia's YU. */
export function isCountryCode(code: string): boolean {
  return (
    countryName(code, "en") !== code && new Intl.Locale(`und-${code}`).region === code && code !== UNKNOWN
  );
}

/** Named "Unknown Region". */
const UNKNOWN = "ZZ";
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

/** As the United Nations and the platform's own texts spell it; CLDR has a jeem. */
const ENGLISH_IN_ARABIC = "الإنكليزية";

/** A language's name in a language: "French", "français". Montenegrin and others without a CLDR name keep their tag. */
export function languageName(tag: string, language: Language): string {
  if (tag === "en" && language === "ar") return ENGLISH_IN_ARABIC;
  try {
    return languageNames(language)(tag);
  } catch {
    // A tag of the right shape may still be none, as one with a variant that stands twice.
    return tag;
  }
}
