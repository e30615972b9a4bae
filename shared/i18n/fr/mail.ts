/** Textes français des courriels. */
export const mail = {
  "mail.footer": "Envoyé par {host}. Personne ne lit les réponses à ce message.",
  "mail.footerReply": "Envoyé par {host} au nom d’une autre personne : votre réponse lui parviendra.",
  "mail.unsubscribe": "Ne plus recevoir ces courriels",
  "mail.unsent.title": "Courriels qui n’ont pas pu être remis",
  "mail.unsent.lead": "Leur destinataire et leur contenu sont scellés : personne ne peut les lire ici.",
  "mail.unsent.waiting": {
    one: "{count} courriel attend d’être envoyé.",
    other: "{count} courriels attendent d’être envoyés.",
  },
  "mail.unsent.none": "Tous les courriels ont pu être remis.",
  "mail.unsent.kind": "Type",
  "mail.unsent.when": "Écrit (UTC)",
  "mail.unsent.tries": "Essais",
  "mail.unsent.reason": "Ce qu’a dit le serveur de courrier",
  "mail.unsent.unreadable": "scellé avec un autre secret",
  "mail.unsent.decide": "Renvoyer ou jeter",
  "mail.unsent.one": "Un courriel qui n’a pas pu être remis",
  "mail.unsent.again": "Renvoyer",
  "mail.unsent.discard": "Jeter définitivement",
  "mail.unsent.discardMeans":
    "Un courriel jeté n’est jamais envoyé. La personne qui l’attend doit le redemander.",
  "done.mailAgain": "Le courriel repart.",
  "done.mailDiscarded": "Le courriel a été jeté.",
  "audit.mail.again": "a renvoyé un courriel",
  "audit.mail.discarded": "a jeté un courriel",
};
