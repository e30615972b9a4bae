/** Textes français des flux. */
export const feeds = {
  "feeds.news": "Actualités : {region}",
  "feeds.news.about":
    "Ce que d’autres ont publié, résumé avec nos propres mots, chaque fois avec un lien vers la source.",
  "feeds.reviews": "Examens : {region}",
  "feeds.reviews.about":
    "Les examens au titre de la Convention, ceux dont la fiche a changé en dernier d’abord. Une entrée par examen donne l’état actuel, la date qu’il décrit et la source ; une autre, pour chaque modification, dit ce qu’il en était et ce qu’il en est.",
  "feeds.events": "Événements : {region}",
  "feeds.board": "Forum de discussion : {region}",
  "feeds.board.about": "Les derniers messages des rubriques publiques.",
} as const;
