/** Textes français de la page sur la confidentialité. */
export const privacy = {
  "privacy.title": "Confidentialité",
  "privacy.lead":
    "Cette plateforme est faite pour en apprendre le moins possible sur celles et ceux qui la lisent : ni cookies, ni traceurs, ni trace de qui a lu quoi.",
  "privacy.cookies.title": "Ni cookies, ni tiers",
  "privacy.cookies.1":
    "Aucun cookie n’est déposé. Rien n’est conservé dans le navigateur, sinon les copies de pages qu’il garde pour lui-même.",
  "privacy.cookies.2":
    "Les pages ne chargent rien depuis d’autres serveurs : ni polices, ni images de cartes, ni statistiques, ni réseaux sociaux. Un autre site ne s’ouvre que si l’on suit son lien, et il n’apprend pas depuis quelle page.",
  "privacy.cookies.3":
    "La langue et l’économie de données figurent dans l’adresse de la page et nulle part ailleurs. Seule la première page suit les langues demandées par le navigateur ; elles ne sont pas conservées.",
  "privacy.address.title": "Adresses réseau et journaux",
  "privacy.address.1":
    "L’adresse réseau (adresse IP) d’un appareil sert à lui envoyer la réponse. Elle n’est ni conservée ni inscrite dans le journal.",
  "privacy.address.2":
    "Le journal contient les erreurs et le type de page où elles se sont produites. Il ne contient ni l’adresse des visiteurs ni les mots recherchés. Des compteurs indiquent combien de fois chaque type de page a été demandé, non par qui.",
  "privacy.memory.title": "Ce qui est gardé en mémoire",
  "privacy.memory.1":
    "Les pages prêtes sont gardées un temps en mémoire, afin d’être renvoyées vite. Elles sont les mêmes pour tous. Les pages qui répondent à une recherche de mots ne sont pas gardées.",
  "privacy.others.title": "Ce que d’autres peuvent voir",
  "privacy.others.1":
    "Un fournisseur d’accès peut voir qu’un appareil se connecte à cette plateforme, mais non, si l’adresse commence par https://, quelle page il lit. Les entreprises qui hébergent ce serveur ou en relaient les pages peuvent tenir leurs propres registres ; ce logiciel n’a pas d’influence sur elles.",
  "privacy.others.2":
    "Le navigateur garde l’historique des pages ouvertes. Les mots recherchés figurent dans l’adresse, donc dans cet historique. Une fenêtre privée les oublie une fois fermée.",
  "privacy.exit.title": "« {exit} », et ce que ce lien ne peut pas faire",
  "privacy.exit.1":
    "Le lien ouvre Wikipédia à la place de la page, de sorte que le bouton de retour n’y ramène pas. Sans JavaScript, c’est un lien ordinaire, et le bouton de retour y ramène.",
  "privacy.exit.2":
    "Il n’efface pas l’historique du navigateur et ne cache pas la visite au réseau. Les pages ouvertes auparavant restent à portée du bouton de retour. Pour ne laisser aucune trace sur un appareil, utilisez une fenêtre privée ou effacez l’historique.",
  "privacy.people.title": "Les personnes dans les données",
  "privacy.people.1":
    "L’annuaire est celui d’organisations. Ses coordonnées sont les coordonnées générales qu’une organisation publie elle-même. Les adresses électroniques, numéros de téléphone et adresses de personnes privées ne sont pas recueillis.",
  "privacy.people.2":
    "Il n’y a pas de comptes ; rien n’est donc conservé au sujet des visiteurs qu’ils auraient à demander, à corriger ou à faire effacer.",
} as const;
