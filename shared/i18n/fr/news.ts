/** Textes français des actualités. */
export const news = {
  "news.title": "Actualités : {region}",
  "news.lead":
    "Ce que d’autres ont publié, résumé avec nos propres mots, chaque fois avec un lien vers la source.",
  "news.count": { one: "{count} actualité", other: "{count} actualités" },
  "news.undated": "sans date",
  "news.thin": {
    one: "{count} de ces actualités n’a pas de date de publication dans sa source ; elle est classée à la date qu’elle décrit, s’il y en a une.",
    other:
      "{count} de ces actualités n’ont pas de date de publication dans leur source ; elles sont classées à la date qu’elles décrivent, s’il y en a une.",
  },
  "news.read": "Lire sur le site : {publisher}",
  "news.publisher": "Éditeur",
  "news.published": "Date de publication",
  "news.pageLanguage": "Langue de la page",
  "news.descriptive": "Le titre est de nous : il décrit la page citée.",
  "news.ownWords": "Résumé avec nos propres mots",
  "news.countries": "Pays cités",
  "news.organisations": "Organisations citées",
  "news.notListed": "Les organisations sans lien n’ont pas de profil ici.",
  "news.related": "À propos des mêmes pays",
  "news.all": "Toutes les actualités : {region}",
} as const;
