/** Textes français de la recherche. */
export const search = {
  "search.title": "Recherche : {region}",
  "search.lead": "Organisations, pays, actualités, événements, ressources et forum en une seule recherche.",
  "search.words": "Mots à rechercher",
  "search.hits": { one: "{count} résultat", other: "{count} résultats" },
  "search.didYouMean": "Vouliez-vous dire :",
  "search.someWords": "Aucune fiche ne réunit tous ces mots. Celles qui suivent en ont une partie.",
  "search.elsewhere": "Il y a des résultats dans une autre région : {region}",
  "search.allKinds": "Tous les types de résultats",
  "search.all.organisations": "Tous les résultats parmi les organisations",
  "search.all.countries": "Tous les résultats parmi les pays",
  "search.all.news": "Tous les résultats parmi les actualités",
  "search.all.events": "Tous les résultats parmi les événements",
  "search.all.resources": "Tous les résultats parmi les ressources",
  "search.all.posts": "Tous les résultats sur le forum",
  "search.onBoard": "Sur le forum",
  "search.nothing": "Rien n’a été trouvé pour ces mots.",
  "search.advice":
    "Cherchez un nom, un sigle, un pays, une ville ou un sujet, en peu de mots. Les accents, les majuscules et l’alphabet n’ont pas d’importance.",
  "search.examples": "Par exemple :",
} as const;
