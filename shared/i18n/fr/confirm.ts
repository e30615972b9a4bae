/** Textes français pour demander si un profil est toujours exact. */
export const confirm = {
  "confirm.title": "Votre profil est-il toujours exact ?",
  "confirm.what":
    "Veuillez regarder le profil. Si tout est toujours exact, appuyez sur le bouton : le profil indiquera qu’il a été confirmé aujourd’hui.",
  "confirm.submit": "Oui, tout est toujours exact",
  "confirm.edit": "Quelque chose a changé : modifier le profil",
  "confirm.ended":
    "Ce lien a expiré ou a déjà servi. Toute personne qui tient le profil peut se connecter et l’enregistrer : cela le confirme aussi.",
  "confirm.stale": "Personne n’a confirmé ce profil depuis le {on} : il n’est peut-être plus à jour.",
  "confirm.letter.subject": "Votre profil est-il toujours exact ?",
  "confirm.letter.tellingSubject": "Le profil de {name} est-il toujours exact ?",
  "confirm.letter.asked":
    "Le profil de {name} n’a pas été confirmé depuis un an. Si tout est toujours exact, un bouton suffit pour le dire.",
  "confirm.letter.otherwise":
    "Si quelque chose a changé, connectez-vous et modifiez le profil : l’enregistrer le confirme aussi.",
  "confirm.letter.once": {
    one: "Le lien fonctionne une fois et expire après {count} jour.",
    other: "Le lien fonctionne une fois et expire après {count} jours.",
  },
  "confirm.letter.button": "Le regarder et le confirmer",
  "done.confirm": "Merci : le profil a été confirmé aujourd’hui.",
};
