/** Textes français de la connexion. */
export const signIn = {
  "signIn.title": "Se connecter",
  "signIn.name": "Pseudonyme ou adresse électronique",
  "signIn.password": "Mot de passe",
  "signIn.keep": "Rester connecté sur cet appareil",
  "signIn.keepHint": "Pendant 30 jours. Ne cochez rien sur un appareil que d’autres utilisent.",
  "signIn.forgotten": "Mot de passe oublié ?",
  "signIn.noAccount": "Pas encore de compte ? Demandez à rejoindre la plateforme :",
  "signIn.already":
    "Vous êtes connecté en tant que {handle}. Pour utiliser un autre compte, déconnectez-vous d’abord.",
  "signIn.toAccount": "Vers votre compte",
  "signIn.wait": {
    one: "Trop d’essais. Attendez {count} seconde, puis réessayez.",
    other: "Trop d’essais. Attendez {count} secondes, puis réessayez.",
  },
  "signIn.busy":
    "Beaucoup de personnes se connectent en ce moment. Attendez quelques secondes, puis réessayez.",
  "signIn.step2": "Deuxième étape",
  "signIn.step2Lead":
    "Saisissez le code que votre application d’authentification affiche maintenant, ou l’un de vos codes de récupération.",
  "signIn.code": "Code",
  "signIn.notACode": "Un code a six chiffres ; un code de récupération a dix lettres et chiffres.",
  "signIn.codeUsed": {
    one: "Ce code a déjà servi. Le suivant arrive dans {count} seconde.",
    other: "Ce code a déjà servi. Le suivant arrive dans {count} secondes.",
  },
  "signIn.startAgain": "Cette étape attend dix minutes. Veuillez recommencer.",
} as const;
