/** Textes français sur les données d’une personne : les emporter, et être effacé. */
export const personal = {
  "personal.title": "Mes données",
  "personal.lead":
    "Tout ce qui est enregistré sur vous peut être emporté et effacé, sans demander à personne.",
  "personal.export": "Les emporter",
  "personal.exportLead":
    "Une archive ZIP avec un fichier par type d’enregistrement : votre compte, vos appareils, vos rôles, vos organisations, vos invitations, vos demandes, vos corrections, vos suivis, ce que vous avez écrit, lu et suivi sur le forum, ce que vous avez modifié, et vos fichiers. Elle ne contient aucun secret, et rien qui concerne d’autres personnes.",
  "personal.download": "Télécharger l’archive",
  "personal.erase": "M’effacer",
  "personal.eraseLead": "L’effacement est définitif : personne ne peut l’annuler.",
  "personal.toErase": "Aller à la page d’effacement",
  "personal.goes": "Ce qui disparaît",
  "personal.goes.account":
    "Le pseudonyme, l’adresse électronique, le mot de passe, le second facteur, les codes de récupération et les clés d’accès.",
  "personal.goes.sessions": "Toutes les sessions : chaque appareil est déconnecté aussitôt.",
  "personal.goes.roles": "Les rôles, et l’appartenance à des organisations.",
  "personal.goes.sent":
    "Les demandes, les invitations, les liens, les suivis par courriel, et les messages qui ne sont pas encore partis.",
  "personal.goes.board":
    "Ce que vous avez écrit sur le forum, sauf si vous choisissez ci-dessous que cela reste sans votre nom ; les brouillons, les réactions, et ce que vous suivez, avez lu, signalé ou bloqué.",
  "personal.goes.named": "Votre nom là où l’on vous a remercié pour une correction, et votre adresse à côté.",
  "personal.stays": "Ce qui reste, sans vous",
  "personal.stays.records":
    "Ce que vous avez modifié dans le profil d’une organisation ou dans les données d’un pays reste, comme venant d’une personne supprimée.",
  "personal.stays.answers":
    "Ce que d’autres vous ont répondu sur le forum reste. Là où ils ont écrit votre pseudonyme, il ne figure plus.",
  "personal.stays.audit":
    "Le journal d’audit garde un numéro que personne ne peut relier à vous. Une liste de ces numéros garantit qu’une sauvegarde restaurée ne fait revenir personne.",
  "personal.alone": "Vous êtes le dernier propriétaire de :",
  "personal.aloneEmpty":
    "n’a pas d’autre membre : elle sera de nouveau répertoriée, et d’autres pourront la revendiquer",
  "personal.aloneOthers": {
    one: "{count} autre membre reste, et un administrateur de la région peut désigner un propriétaire",
    other: "{count} autres membres restent, et un administrateur de la région peut désigner un propriétaire",
  },
  "personal.handOver": "La transmettre d’abord",
  "personal.leave": "Laisser ces organisations sans propriétaire",
  "personal.leaveNeeded":
    "Transmettez d’abord ces organisations, ou indiquez qu’elles peuvent rester sans propriétaire.",
  "personal.keepPosts": "Mes messages sur le forum restent, sans mon nom",
  "personal.keepPostsHint":
    "Sinon leur texte disparaît, et seule une place vide montre qu’il y avait quelque chose.",
  "personal.handle": "Votre pseudonyme",
  "personal.handleHint": "Pour confirmer, saisissez :",
  "personal.handleWrong": "Ce n’est pas votre pseudonyme.",
  "personal.code": "Code de l’application, ou code de récupération",
  "personal.codeNeeded": "Votre compte a un second facteur : un code est nécessaire.",
  "personal.eraseNow": "M’effacer définitivement",
  "personal.readme":
    "Ce que la plateforme à l’adresse {origin} détient sur {handle}, au {day}. Chaque fichier est en JSON : une liste d’enregistrements, du plus ancien au plus récent. Une liste vide signifie qu’il n’y en a aucun.",
  "done.erased": "Vous êtes effacé. Un dernier message le confirme.",
  "letter.erased.subject": "Votre compte a été effacé",
  "letter.erased.1":
    "Votre compte et ce qui en faisait partie ont été effacés, comme vous l’avez demandé. Ce message est le dernier ; son adresse n’est pas conservée.",
  "letter.erased.2":
    "Si ce n’était pas vous, quelqu’un connaissait votre mot de passe : changez-le partout où vous l’utilisez. Le compte ne peut pas être rétabli.",
} as const;
