/** Textes français des lettres. */
export const mail = {
  "mail.footer": "Envoyé par {host}. Personne ne lit les réponses à cette lettre.",
  "mail.footerReply": "Envoyé par {host} au nom d’une autre personne : votre réponse lui parviendra.",
  "mail.unsubscribe": "Ne plus recevoir ces lettres",
};
