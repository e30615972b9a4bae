/** Textes français des pages d’accueil de la plateforme et des régions. */
export const platform = {
  "home.title": "La société civile contre la corruption",
  "home.lead":
    "Trouvez les organisations qui luttent contre la corruption dans votre région, suivez l’examen de votre pays au titre de la Convention des Nations Unies contre la corruption et voyez les prochaines échéances.",
  "home.regions": "Choisissez votre région",
  "home.countries": { one: "{count} pays", other: "{count} pays" },
  "home.organisations": { one: "{count} organisation", other: "{count} organisations" },
  "home.reviewsCompleted": {
    one: "{count} examen du deuxième cycle achevé",
    other: "{count} examens du deuxième cycle achevés",
  },
  "home.mapOf": "Carte : {region} selon l’état du deuxième cycle d’examen",
  "regionHome.lead":
    "Où en est l’examen de chaque pays, qui y travaille, les nouveautés et les prochaines échéances.",
  "regionHome.news": "Dernières actualités",
  "regionHome.allNews": "Toutes les actualités",
  "regionHome.events": "Prochains événements",
  "regionHome.noEvents": "Aucun événement n’est annoncé.",
  "regionHome.allEvents": "Tous les événements",
  "regionHome.organisations": "Profils les plus récents",
  "regionHome.allOrganisations": "Tout l’annuaire",
  "regionHome.board": "Forum de discussion",
  "regionHome.resources": "Documents importants",
  "regionHome.allResources": "Toutes les ressources",
} as const;
