/** Textes français des clés d’accès. */
export const passkeys = {
  "passkeys.title": "Clés d’accès",
  "passkeys.lead":
    "Avec une clé d’accès, vous vous connectez par le doigt, le visage ou le code qui déverrouille votre appareil, ou par une clé de sécurité. Elle ne peut être ni devinée ni copiée par une fausse page, et elle vaut aussi comme second facteur.",
  "passkeys.none": "Vous n’avez pas encore de clé d’accès.",
  "passkeys.made": "Créée le {day}",
  "passkeys.used": "Utilisée pour la dernière fois le {day}",
  "passkeys.unused": "Pas encore utilisée",
  "passkeys.remove": "Retirer",
  "passkeys.removeNamed": "Retirer « {name} »",
  "passkeys.removeLead":
    "Personne ne pourra plus se connecter avec elle. L’appareil garde sa moitié tant que vous ne l’y supprimez pas aussi.",
  "passkeys.add": "Ajouter une clé d’accès",
  "passkeys.name": "Nom",
  "passkeys.nameHint": "Pour la reconnaître, par exemple « téléphone ».",
  "passkeys.password": "Mot de passe actuel",
  "passkeys.most": "Vous avez {count} clés d’accès, le maximum. Retirez-en une pour en ajouter une autre.",
  "passkeys.needsScript":
    "C’est le navigateur qui crée une clé d’accès, et il lui faut JavaScript. Sans JavaScript, activez plutôt le second facteur.",
  "passkeys.needsName":
    "Les clés d’accès sont liées à un nom. Ouvrez la plateforme par son nom et non par un numéro, puis revenez ici.",
  "passkeys.fill": "Donnez-lui un nom et saisissez votre mot de passe.",
  "passkeys.asking": "Votre navigateur vous demande maintenant…",
  "passkeys.cancelled": "Aucune clé d’accès n’a été donnée. Vous pouvez réessayer.",
  "passkeys.known": "Cet appareil a déjà une clé d’accès de votre compte.",
  "passkeys.failed": "Cela n’a pas fonctionné. Vous pouvez réessayer.",
  "passkeys.wrongPassword": "Ce n’est pas votre mot de passe actuel.",
  "passkeys.wait": "Trop d’essais. Attendez quelques minutes, puis réessayez.",
  "passkeys.needsFactor":
    "Votre compte a un second facteur, et cet appareil s’est connecté sans lui. Connectez-vous d’abord avec lui.",
  "passkeys.unknown": "Cette clé d’accès n’ouvre aucun compte ici.",
  "passkeys.signIn": "Se connecter avec une clé d’accès",
  "passkeys.toSecondFactor": "Second facteur",
  "done.passkey-added": "La clé d’accès est ajoutée.",
  "done.passkey-removed": "La clé d’accès est retirée.",
  "letter.passkeyAdded.subject": "Une clé d’accès a été ajoutée",
  "letter.passkeyAdded.1":
    "Une clé d’accès a été ajoutée à votre compte. Quiconque la détient peut se connecter.",
  "letter.passkeyRemoved.subject": "Une clé d’accès a été retirée",
  "letter.passkeyRemoved.1": "Une clé d’accès a été retirée de votre compte. Elle n’ouvre plus rien.",
} as const;
