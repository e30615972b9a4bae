/** Textes français des courriels sur les demandes. */
export const applicationLetters = {
  "applications.letter.confirm.subject": "Veuillez confirmer votre adresse",
  "applications.letter.confirm.1":
    "Quelqu’un a rempli un formulaire de notre plateforme avec cette adresse. Si c’est vous, ouvrez la page et appuyez sur le bouton.",
  "applications.letter.confirm.2":
    "Si ce n’est pas vous, ne faites rien : sans le bouton rien ne se passe, et tout est effacé au bout de quelques jours.",
  "applications.letter.confirm.button": "Ouvrir la page",
  "applications.letter.code.subject": "Votre code",
  "applications.letter.code.1": "Votre code est {code}.",
  "applications.letter.code.2": {
    one: "Saisissez-le sur la page où vous l’avez demandé. Il est valable {count} heure.",
    other: "Saisissez-le sur la page où vous l’avez demandé. Il est valable {count} heures.",
  },
  "applications.letter.code.button": "Ouvrir la page",
  "applications.letter.page": "La consulter ou la retirer",
  "applications.letter.received.subject": "Votre demande est arrivée",
  "applications.letter.received.1":
    "Votre demande est transmise à l’administration de la région. La réponse arrivera par courriel.",
  "applications.letter.received.2":
    "Sur sa page, vous voyez où elle en est et pouvez la retirer à tout moment.",
  "applications.letter.asked.subject": "Une question sur votre demande",
  "applications.letter.asked.1": "L’administration de la région demande :",
  "applications.letter.asked.2": "Votre demande reprend son cours dès que vous aurez répondu.",
  "applications.letter.asked.button": "Répondre",
  "applications.letter.declined.subject": "Votre demande",
  "applications.letter.declined.1": "Votre demande a été refusée, pour ce motif :",
  "applications.letter.declined.2": {
    one: "Vous pouvez faire une nouvelle demande. Ce que vous avez écrit est effacé après {count} jour.",
    other: "Vous pouvez faire une nouvelle demande. Ce que vous avez écrit est effacé après {count} jours.",
  },
  "applications.letter.undone.subject": "Votre revendication",
  "applications.letter.undone.1": "L’administration de la région a repris le profil, pour ce motif :",
  "applications.letter.accepted.subject": "Bienvenue : votre demande est acceptée",
  "applications.letter.accepted.organisation":
    "Votre organisation a été acceptée et a désormais un profil. Vous en êtes propriétaire.",
  "applications.letter.accepted.claim":
    "Votre revendication a été acceptée. Vous êtes propriétaire du profil.",
  "applications.letter.accepted.person": "Votre demande a été acceptée.",
  "applications.letter.accepted.link": {
    one: "Le lien ci-dessous crée votre compte. Il sert une fois, pendant {count} jour.",
    other: "Le lien ci-dessous crée votre compte. Il sert une fois, pendant {count} jours.",
  },
  "applications.letter.accepted.keep":
    "Quiconque l’ouvre obtient le compte : ne transmettez pas ce courriel.",
  "applications.letter.accepted.button": "Créer votre compte",
  "applications.letter.admin.subject": "Quelque chose attend votre décision",
  "applications.letter.admin.waiting": "Une nouvelle demande attend une décision.",
  "applications.letter.admin.answered": "Une réponse à votre question est arrivée.",
  "applications.letter.admin.byDomain":
    "Une revendication a été acceptée par un code envoyé au domaine de l’organisation. Si quelque chose ne va pas, reprenez le profil.",
  "applications.letter.admin.button": "L’examiner",
  "applications.letter.owner.subject": "Quelqu’un revendique le profil que vous tenez",
  "applications.letter.owner.1":
    "Une autre personne demande à devenir propriétaire du profil de votre organisation. L’administration de la région décide.",
  "applications.letter.owner.2":
    "S’il s’agit d’un ou d’une collègue, vous pouvez l’inviter. Si cela ne doit pas être, écrivez à l’administration de la région.",
} as const;
