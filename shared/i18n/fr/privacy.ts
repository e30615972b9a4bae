/** Textes français de la page sur la confidentialité. */
export const privacy = {
  "privacy.title": "Confidentialité",
  "privacy.lead":
    "Cette plateforme est faite pour en apprendre le moins possible sur celles et ceux qui la lisent : pas de cookies avant la connexion, pas de traceurs, pas de trace de qui a lu quoi.",
  "privacy.cookies.title": "Pas de cookies avant la connexion, pas de tiers",
  "privacy.cookies.1":
    "Un visiteur ne reçoit aucun cookie. Rien n’est conservé dans le navigateur, sinon les copies de pages qu’il garde pour lui-même et les brouillons de formulaires, qui restent sur l’appareil et peuvent y être effacés. La connexion dépose deux cookies propres à cette plateforme ; la déconnexion les retire.",
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
    "Qui trouve erroné un fait sur une organisation ou un pays peut le signaler à côté de ce fait, sans compte.",
  "privacy.accounts.title": "Les comptes",
  "privacy.accounts.1":
    "Un compte comporte un pseudonyme, une adresse électronique et un mot de passe. Le vrai nom n’est jamais demandé. Le mot de passe n’est gardé que sous forme d’empreinte illisible (Argon2id). L’adresse sert aux courriers de cette plateforme ; les autres membres ne la voient pas, et les administrateurs d’une région ne la voient que dans une demande qu’ils examinent.",
  "privacy.accounts.2":
    "Pour chaque appareil connecté, la plateforme garde le type de navigateur et de système et le moment de la dernière activité, mais aucune adresse réseau. Chacun peut être déconnecté.",
  "privacy.accounts.3":
    "Tout ce qui est conservé au sujet d’une personne peut être téléchargé et effacé sous « {account} », sans rien demander à personne. Ce qui a été modifié dans la fiche d’une organisation ou d’un pays demeure, sans nom.",
  "privacy.accounts.4":
    "Une organisation décide quelles coordonnées tout le monde voit, lesquelles seuls les membres voient et lesquelles ne voient que les personnes qui tiennent son profil. Quand l’équipe consulte une donnée non publique, cela est noté et montré à l’organisation.",
  "privacy.sent.title": "Ce qui est envoyé sans compte",
  "privacy.sent.1":
    "Une demande d’adhésion est lue par les administrateurs de sa région. Aucun document n’est conservé. L’adresse donnée avec une correction est supprimée une fois la réponse envoyée. Un message transmis à une organisation n’est pas gardé.",
  "privacy.sent.2":
    "Le suivi par courriel conserve une adresse et ce qui est suivi, jusqu’à ce qu’un clic dans l’un de ses courriers y mette fin.",
  "privacy.sent.4":
    "L’inscription à un événement conserve un nom que l’on choisit, une adresse et ce que l’on a écrit. Les responsables éditoriaux de la région de l’événement le voient, et chaque consultation est notée. Tout est supprimé 30 jours après l’événement, ou aussitôt que l’inscription est annulée.",
  "privacy.sent.3":
    "Les formulaires demandent au navigateur une seconde de calcul, ou une courte attente, afin que des machines ne les submergent pas. Aucune autre entreprise n’intervient, et aucune adresse réseau n’est gardée.",
  "privacy.accounts.place": "Compte, Mes données",
} as const;
