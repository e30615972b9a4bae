/** The three regions and the review cycles: rows that the first migration brings, not records of the seed files. */

/** Bounds in degrees, as the maps are drawn (web/map/countries.ts); languages in the order in which they are used most across the region's countries. */
export const regionRows = [
  {
    slug: "africa",
    names: { en: "Africa", fr: "Afrique", ar: "أفريقيا" },
    position: 1,
    languages: ["en", "fr", "ar", "pt", "sw"],
    bounds: { west: -27.3, south: -36.2, east: 60.3, north: 38.3 },
    accent: "green",
  },
  {
    slug: "south-east-europe",
    names: { en: "South-East Europe", fr: "Europe du Sud-Est", ar: "جنوب شرق أوروبا" },
    position: 2,
    languages: ["en", "sq", "sr", "ro", "hr", "bs", "bg", "mk", "el", "sl", "tr"],
    bounds: { west: 12.6, south: 34.3, east: 45.4, north: 49.1 },
    accent: "blue",
  },
  {
    slug: "south-east-asia",
    names: { en: "South-East Asia", fr: "Asie du Sud-Est", ar: "جنوب شرق آسيا" },
    position: 3,
    languages: ["en", "ms", "id", "vi", "th", "km", "lo", "my", "fil", "tet"],
    bounds: { west: 91.4, south: -11.8, east: 141.8, north: 29.2 },
    accent: "rust",
  },
];

/**
 * First cycle 2010–2015: chapters III and IV; second cycle from 2015: chapters II and V (CoSP resolution 3/1, terms of
 * reference, paragraphs 13 and 14). The second phase begins in 2027; how its cycles divide the chapters is not recorded.
 */
export const cycleRows = [
  { slug: "cycle-1", phase: 1, cycle: 1, startsIn: "2010", endsIn: "2015", chapters: ["III", "IV"] },
  { slug: "cycle-2", phase: 1, cycle: 2, startsIn: "2015", endsIn: null, chapters: ["II", "V"] },
  { slug: "second-phase", phase: 2, cycle: null, startsIn: "2027", endsIn: null, chapters: [] },
];
