/** French texts of going dark and coming back. */
export const dark = {
  "dark.title": "Disparaître de la plateforme : {name}",
  "dark.titleBack": "Masquée : {name}",
  "dark.lead":
    "Un seul bouton masque cette organisation partout sur la plateforme, immédiatement et aussi longtemps que vous le souhaitez.",
  "dark.link": "Disparaître de la plateforme",
  "dark.isDark":
    "Cette organisation est masquée. Seuls ses membres et les administrateurs de la région voient encore cette page ; chaque consultation par un administrateur est consignée.",
  "dark.hides": "Ce qui est masqué",
  "dark.hides.profile": "Le profil, ses activités, son logo, son historique et les corrections proposées.",
  "dark.hides.names":
    "Ses noms : dans les listes, les cartes, les recherches et les suggestions, à côté des actualités qui la citent, et dans les totaux.",
  "dark.hides.people": "L’appartenance de ses membres.",
  "dark.hides.data":
    "Tout cela aussi dans les fichiers de données, les flux et l’interface de programmation, sur tous les serveurs, en moins d’une minute.",
  "dark.stays": "Ce que la plateforme ne peut pas masquer",
  "dark.stays.published":
    "Ce que d’autres ont publié : titres, textes, auteurs et éditeurs des actualités, des événements et des rapports restent tels quels.",
  "dark.stays.copies":
    "Les copies ailleurs : moteurs de recherche, archives, fichiers et courriels que d’autres possèdent déjà.",
  "dark.kept":
    "Rien n’est supprimé. Vous pouvez toujours vous connecter, voir et modifier le profil, et le faire réapparaître d’un seul bouton, avec tout comme avant. Ses propriétaires sont avertis par courriel.",
  "dark.backMeans":
    "Un seul bouton la fait réapparaître, avec tout comme avant. Ses propriétaires sont avertis par courriel.",
  "dark.go": "Tout masquer maintenant",
  "dark.back": "La faire réapparaître",
  "dark.letter.subject": "Une modification du profil de votre organisation",
  "dark.letter.dark":
    "Votre organisation est maintenant masquée partout sur la plateforme. Rien n’a été supprimé.",
  "dark.letter.back": "Votre organisation apparaît de nouveau sur la plateforme, comme auparavant.",
  "dark.letter.unasked":
    "Si vous ne vous y attendiez pas, parlez-en à vos collègues et revenez en arrière à la page ci-dessous.",
  "dark.letter.button": "Ouvrir la page",
  "done.wentDark":
    "C’est fait : l’organisation est masquée. Sur tous les serveurs, cela prend quelques secondes.",
  "done.cameBack": "C’est fait : l’organisation apparaît de nouveau.",
  "audit.organisation.darkened": "a masqué une organisation",
  "audit.organisation.shown": "a fait réapparaître une organisation",
} as const;
