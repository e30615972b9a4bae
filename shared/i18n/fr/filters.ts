/** Textes français des filtres à côté des listes. */
export const filters = {
  "filters.title": "Filtres",
  "filters.apply": "Filtrer",
  "filters.chosen": "Filtres choisis",
  "filters.remove": "Retirer le filtre",
  "filters.nothing": "Rien ne correspond à ces filtres.",
  "filters.orMore": "{items} ou plus",
  "filters.country": "Pays",
  "filters.language": "Langue",
  "filters.year": "Année",
  "filters.kind": "Type",
  "filters.publisher": "Éditeur",
  "filters.symbol": "Cote du document",
} as const;
