/** English texts of the filters beside lists. */
export const filters = {
  "filters.title": "Filters",
  "filters.apply": "Filter",
  "filters.chosen": "Chosen filters",
  "filters.remove": "Remove filter",
  "filters.nothing": "Nothing matches these filters.",
  "filters.orMore": "{items} or more",
  "filters.country": "Country",
  "filters.language": "Language",
  "filters.year": "Year",
  "filters.kind": "Kind",
  "filters.publisher": "Publisher",
  "filters.symbol": "Document symbol",
} as const;
