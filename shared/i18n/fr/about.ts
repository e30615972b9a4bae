/** Textes français de la page « À propos » : ce qu’est la plateforme, d’où viennent les faits, ce que l’on peut emporter. */
export const about = {
  "about.title": "À propos de cette plateforme",
  "about.lead":
    "Un lieu pour trouver les organisations de la société civile qui luttent contre la corruption dans une région, suivre l’examen de chaque pays au titre de la Convention des Nations Unies contre la corruption (CNUCC) et connaître les nouveautés et les prochaines échéances.",
  "about.purpose.title": "Ce que c’est, et pour qui",
  "about.purpose.1":
    "Chaque région a sa propre plateforme : ses pays et l’état de leurs examens, un annuaire des organisations, des actualités, des événements, des documents et des partenaires.",
  "about.purpose.2":
    "Elle s’adresse aux organisations de la société civile et à quiconque veut savoir où en est un pays : journalistes, citoyennes et citoyens, donateurs, agents publics.",
  "about.purpose.3":
    "Elle est conçue pour les téléphones modestes et les réseaux lents. Chaque page fonctionne sans JavaScript, et l’économie de données laisse de côté les images et les parties interactives.",
  "about.today.title": "Ce qui existe aujourd’hui",
  "about.today.1":
    "Tout le monde peut lire cette plateforme. Les organisations, ainsi que les spécialistes et journalistes à titre personnel, peuvent demander à la rejoindre ; une organisation répertoriée peut revendiquer son profil et le tenir elle-même. Sur le forum de discussion, elles échangent entre elles ; dans les espaces publics, tout le monde peut lire.",
  "about.today.2":
    "L’annuaire a été établi à partir de sources publiques. Tant que personne au sein d’une organisation n’a revendiqué son profil, le profil l’indique.",
  "about.today.3":
    "Chacun peut signaler un fait erroné, suivre un pays, une région ou une recherche par courriel et écrire à une organisation par l’intermédiaire de cette plateforme, sans compte.",
  "about.facts.title": "D’où viennent les faits",
  "about.facts.1":
    "Les faits proviennent de sources publiques, et chacun indique la sienne. Sous « {source} » figurent la page ou le registre, la date qu’ils décrivent ou celle de leur publication (« à la date du ») et la manière dont le fait est connu.",
  "about.facts.2":
    "Certains faits ont été lus sur la page citée. D’autres sont tirés d’un registre public, comme la Collection des traités des Nations Unies, et portent la mention « {toBeConfirmed} » tant que personne ne les a comparés à ce registre.",
  "about.facts.3":
    "Une date n’est jamais plus précise que dans sa source. Les résumés sont rédigés avec nos propres mots ; les textes des sources restent ceux de leurs auteurs.",
  "about.facts.4": "Ce qu’aucune source n’indique est présenté comme inconnu. Rien n’est supposé.",
  "about.thin.title": "Là où l’on sait peu",
  "about.thin.1":
    "Bien des éléments des examens ne sont pas publiés. Un examen dont rien n’est recensé est présenté comme inconnu ; cela ne signifie pas qu’il n’a pas commencé.",
  "about.thin.2":
    "L’annuaire n’est pas complet. L’absence d’une organisation n’est pas un jugement, et sa présence n’est pas une recommandation.",
  "about.thin.3":
    "Une organisation dont aucune source n’indique les langues de travail est classée sous « {notStated} » ; celles de son pays ne lui sont pas attribuées. Les actualités sans date sont signalées comme telles. Un événement dont le jour exact n’est pas connu figure dans la liste, mais pas dans les fichiers de calendrier.",
  "about.thin.4":
    "Les noms, titres et résumés sont dans la langue où ils ont été écrits, le plus souvent l’anglais. Seuls les mots de la plateforme elle-même sont traduits.",
  "about.names.title": "Noms et frontières",
  "about.names.boundaries":
    "Les frontières et les noms indiqués sur les cartes n’impliquent aucune prise de position quant au statut juridique d’un pays, territoire, ville ou zone.",
  "about.names.1":
    "Les noms de pays en anglais sont les noms courts qu’emploient les Nations Unies. Dans les autres langues, ils suivent le répertoire Unicode CLDR, à l’exception de quelques-uns, écrits comme le font les Nations Unies.",
  "about.names.2":
    "Les frontières proviennent de Natural Earth à l’échelle de 1 à 50 millions, simplifiées ; les petites îles ont un repère. Le Somaliland est dessiné avec la Somalie. Le Sahara occidental est dessiné sans données.",
  "about.names.3": "Le Kosovo est désigné par « {kosovo} ». Il ne fait pas l’objet d’un examen.",
  "about.data.title": "Données et flux",
  "about.data.1":
    "Tout ce qui est affiché ici peut être repris : sous forme de flux, de calendriers, de fichiers, et par une interface de programmation. Aucune clé n’est nécessaire.",
  "about.feeds.title": "Flux et calendriers",
  "about.feeds.region": "Région",
  "about.feeds.news": "Actualités",
  "about.feeds.reviews": "Examens",
  "about.feeds.events": "Événements",
  "about.feeds.board": "Forum",
  "about.feeds.1":
    "Les actualités, les examens et le forum sont des flux Atom ; les événements, un fichier iCalendar auquel une application de calendrier peut s’abonner. Le flux du forum contient les derniers messages des espaces publics.",
  "about.files.title": "Fichiers",
  "about.files.content": "Contenu",
  "about.files.files": "Fichiers",
  "about.files.organisations": "Organisations",
  "about.files.countries": "Pays",
  "about.files.reviews": "Examens",
  "about.files.events": "Événements",
  "about.files.news": "Actualités",
  "about.files.resources": "Ressources",
  "about.files.1":
    "Les fichiers contiennent toutes les fiches publiques servies ici. Le CSV est en UTF-8 avec une ligne d’en-têtes ; plusieurs valeurs dans un champ sont séparées par un point-virgule. Un texte qui commence par =, +, - ou @ (un numéro de téléphone, par exemple) est précédé d’une apostrophe, afin qu’aucun tableur ne le prenne pour une formule.",
  "about.api.title": "Interface de programmation",
  "about.api.1":
    "Les listes et les fiches sont aussi servies en JSON, avec les filtres des pages. L’interface est décrite en OpenAPI 3.1.",
  "about.api.regions": "Pour commencer : les régions en JSON",
  "about.api.description": "Description de l’interface (OpenAPI)",
  "about.api.sitemap": "Toutes les pages (plan du site)",
  "about.licences.title": "Licences",
  "about.licences.1":
    "Toute personne peut utiliser, modifier et transmettre les données à condition de nommer cette plateforme et la source que cite la fiche :",
  "about.licences.2":
    "Le logiciel est libre. Toute personne peut l’exécuter, l’étudier, le partager et le modifier ; qui en met une version modifiée à la disposition d’autrui par un réseau doit en offrir le code source :",
  "about.licences.3": "Les données cartographiques de Natural Earth sont dans le domaine public.",
  "about.security.title": "Signaler une faille",
  "about.security.1":
    "Toute personne qui trouve une faille dans cette plateforme est priée de dire à ses responsables ce qui a été fait et observé, et de leur laisser le temps de la corriger avant que d’autres ne l’apprennent. Merci de ne rien lire, modifier ni perturber au-delà de ce qu’il faut pour la montrer.",
  "about.contact.title": "Contact",
  "about.contact.1": "Les responsables de cette plateforme peuvent être joints ici :",
  "about.contact.none": "Aucune adresse de contact n’a encore été publiée pour cette plateforme.",
  "about.contact.corrections":
    "Un fait est-il erroné ? À côté de chaque fait sur l’examen d’un pays, et sur chaque profil que personne n’a revendiqué, un lien mène à un formulaire pour le dire.",
} as const;
