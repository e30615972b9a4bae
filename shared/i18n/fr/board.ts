/** Textes du forum : ses espaces, ses fils et ses messages. */
export const board = {
  "error.locked.title": "Ce fil n’accepte plus de messages",
  "error.locked.help":
    "Il a été fermé entre-temps. Votre texte n’est pas perdu : copiez-le ou gardez-le comme brouillon.",
  "error.suspended.title": "Vous ne pouvez pas publier en ce moment",
  "error.suspended.help":
    "La modération en a décidé ainsi. Vous avez été informé·e des raisons, de la durée et des moyens de recours.",
} as const;
