/** Textes français des messages sur un compte. */
export const accountLetters = {
  "letter.greeting": "Bonjour {handle},",
  "letter.notYou": "Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe.",
  "letter.reset.subject": "Choisissez un nouveau mot de passe",
  "letter.reset.1":
    "Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour votre compte. Le lien ci-dessous s’ouvre une fois, dans les 24 heures.",
  "letter.reset.2": "Si ce n’était pas vous, il n’y a rien à faire : votre mot de passe reste inchangé.",
  "letter.passwordChanged.subject": "Votre mot de passe a été modifié",
  "letter.passwordChanged.1":
    "Le mot de passe de votre compte a été modifié et tous les autres appareils ont été déconnectés.",
  "letter.confirmEmail.subject": "Confirmez votre adresse électronique",
  "letter.confirmEmail.1":
    "Cette adresse a été indiquée pour un compte de la plateforme. Elle compte dès que vous la confirmez. Le lien ci-dessous s’ouvre une fois, dans les 24 heures.",
  "letter.confirmEmail.2": "Si vous n’en savez rien, il n’y a rien à faire.",
  "letter.emailChanging.subject": "Une nouvelle adresse pour votre compte",
  "letter.emailChanging.1":
    "Une autre adresse électronique doit remplacer celle-ci dans votre compte. Si c’est ce que vous voulez, il n’y a rien à faire ici.",
  "letter.emailChanging.2":
    "Si ce n’était pas vous, annulez le changement dans les 72 heures : cette adresse reste, tous les appareils sont déconnectés et vous choisissez un nouveau mot de passe.",
  "letter.emailChanging.button": "Ce n’était pas moi",
  "letter.factorOn.subject": "Le second facteur est activé",
  "letter.factorOn.1":
    "Le second facteur de votre compte a été activé. Désormais, la connexion demande un code.",
  "letter.factorOff.subject": "Le second facteur est désactivé",
  "letter.factorOff.1":
    "Le second facteur de votre compte a été désactivé. Le mot de passe seul l’ouvre désormais.",
} as const;
