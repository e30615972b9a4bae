/** Textes français du suivi par courriel. */
export const follows = {
  "follow.link": "Suivre par courriel",
  "follow.title": "Suivre par courriel",
  "follow.description": "Une fois par semaine, par courriel, les nouveautés. Aucun compte n’est nécessaire.",
  "follow.search": "« {q} » dans : {place}",
  "follow.what":
    "Une fois par semaine, vous recevez un courriel avec les nouveautés : actualités, événements, changements dans les examens et OSC. S’il n’y a rien de nouveau, rien n’est envoyé.",
  "follow.email": "Votre adresse électronique",
  "follow.emailHint":
    "Nous y envoyons un lien. Les courriels ne commencent qu’une fois que vous l’avez ouvert et confirmé.",
  "follow.submit": "Envoyez-moi le lien",
  "follow.privacy":
    "L’adresse ne sert qu’à ces courriels et n’est montrée à personne. Elle est supprimée quand vous les arrêtez, ou après un jour si vous n’utilisez pas le lien.",
  "follow.manage": "Ce que je suis",
  "follow.letter.subject": "Merci de confirmer",
  "follow.letter.asked":
    "Quelqu’un, sans doute vous, a demandé un courriel hebdomadaire à cette adresse. Si ce n’était pas vous, ignorez ce message : rien d’autre ne sera envoyé.",
  "follow.letter.once": {
    one: "Le lien fonctionne une fois et expire après {count} heure.",
    other: "Le lien fonctionne une fois et expire après {count} heures.",
  },
  "follow.letter.confirm": "Oui, envoyez-moi ces courriels",
  "follow.letter.knownSubject": "Vous suivez déjà cela",
  "follow.letter.known": "Cette adresse le suit déjà, ou suit autant qu’une adresse le peut : {most}.",
  "follow.confirm.title": "Suivre par courriel",
  "follow.confirm.ended": "Ce lien a expiré ou a déjà servi. Veuillez remplir le formulaire à nouveau.",
  "follow.mine.title": "Ce que vous suivez",
  "follow.mine.none": "Vous ne suivez rien par courriel, et aucune adresse n’est conservée.",
  "follow.mine.end": "Arrêter : {name}",
  "follow.mine.all": "Tout arrêter",
  "follow.end.title": "Ne plus recevoir ces courriels",
  "follow.end.what": "Ensuite, plus aucun courriel n’est envoyé, et votre adresse est supprimée.",
  "follow.end.submit": "Arrêter tous les courriels",
  "follow.digest.subject": "Les nouveautés de la semaine",
  "follow.digest.lead": "Voici les nouveautés de ce que vous suivez :",
  "follow.digest.news": "Actualité : {title}",
  "follow.digest.events": "Événement : {title}",
  "follow.digest.organisations": "OSC : {title}",
  "follow.digest.reviews": "Examen modifié : {country}",
  "follow.digest.more": "Il y a d’autres nouveautés",
  "done.follow":
    "Nous vous avons envoyé un courriel : ouvrez le lien qu’il contient pour commencer à suivre.",
  "done.followConfirmed": "Vous suivez désormais.",
  "done.followEnded": "C’est arrêté.",
};
