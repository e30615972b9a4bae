/** Textes français des lettres. */
export const mail = {
  "mail.footer": "Envoyé par {host}. Personne ne lit les réponses à cette lettre.",
  "mail.footerReply": "Envoyé par {host} au nom d’une autre personne : votre réponse lui parviendra.",
  "mail.unsubscribe": "Ne plus recevoir ces lettres",
  "mail.unsent.title": "Lettres qui n’ont pas pu être envoyées",
  "mail.unsent.lead": "Leur destinataire et leur contenu sont scellés : personne ne peut les lire ici.",
  "mail.unsent.waiting": {
    one: "{count} lettre attend d’être envoyée.",
    other: "{count} lettres attendent d’être envoyées.",
  },
  "mail.unsent.none": "Toutes les lettres ont pu être envoyées.",
  "mail.unsent.kind": "Type",
  "mail.unsent.when": "Écrite (UTC)",
  "mail.unsent.tries": "Essais",
  "mail.unsent.reason": "Ce qu’a dit le serveur de courrier",
  "mail.unsent.unreadable": "scellée avec un autre secret",
  "mail.unsent.decide": "Renvoyer ou jeter",
  "mail.unsent.one": "Une lettre qui n’a pas pu être envoyée",
  "mail.unsent.again": "Renvoyer",
  "mail.unsent.discard": "Jeter définitivement",
  "mail.unsent.discardMeans":
    "Une lettre jetée n’est jamais envoyée. La personne qui l’attend doit la redemander.",
  "done.mailAgain": "La lettre repart.",
  "done.mailDiscarded": "La lettre a été jetée.",
  "audit.mail.again": "A renvoyé une lettre",
  "audit.mail.discarded": "A jeté une lettre",
};
