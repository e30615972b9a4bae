/** Textes français de ce qui advient quand un autre serveur est interrogé. */
export const fetching = {
  "fetching.bad-address": "La plateforme n’interroge pas cette adresse.",
  "fetching.private-address": "Cette adresse appartient à un réseau privé, non au web public.",
  "fetching.not-found": "Il n’existe aucun serveur de ce nom.",
  "fetching.not-http": "Seules les adresses commençant par https:// ou http:// peuvent être interrogées.",
  "fetching.too-large": "La réponse était trop volumineuse.",
  "fetching.timeout": "Le serveur n’a pas répondu à temps.",
  "fetching.too-many-redirects": "L’adresse renvoie sans fin vers une autre.",
  "fetching.unreachable": "Le serveur est injoignable.",
  "fetching.bad-certificate": "Le certificat du serveur n’est pas valide.",
  "fetching.unreadable": "La réponse est illisible.",
  "fetching.busy": "Trop de recherches sont en cours. Réessayez plus tard.",
  "fetching.page-not-found": "Il n’y a rien, ou plus rien, à cette adresse.",
  "fetching.bad-answer": "Le serveur a répondu par une erreur.",
  "fetching.not-a-page": "Il n’y a ni page ni PDF à cette adresse.",
  "error.not-fetched.title": "Cette adresse n’a pas pu être lue",
  "error.not-fetched.help":
    "Ouvrez l’adresse dans votre navigateur, ou saisissez vous-même ce que vous savez.",
} as const;
