/** Textes français des fichiers : pourquoi une image n’est pas acceptée. */
export const files = {
  "files.trouble.empty": "Le fichier est vide. Choisissez-en un autre.",
  "files.trouble.tooLarge": "Le fichier dépasse 4 Mo. Réduisez l’image et réessayez.",
  "files.trouble.type":
    "Ce fichier n’est pas une image utilisable. Choisissez un fichier JPEG, PNG, WebP, AVIF ou GIF (pas de SVG).",
  "files.trouble.pixels": "L’image compte plus de 40 millions de pixels. Réduisez-la et réessayez.",
  "files.trouble.animated": "L’image est animée. Choisissez une image fixe.",
  "files.trouble.broken":
    "L’image est illisible : le fichier est endommagé ou incomplet. Enregistrez-la à nouveau ou choisissez-en une autre.",
  "files.trouble.pdfBroken":
    "Le PDF est illisible : le fichier est endommagé ou incomplet. Enregistrez-le à nouveau ou choisissez-en un autre.",
  "files.trouble.pdfLocked":
    "Le PDF est protégé par un mot de passe ou chiffré. Enregistrez-le sans protection et réessayez.",
  "files.trouble.pdfMixed":
    "Autre chose est ajouté à la suite du PDF dans ce fichier. Enregistrez le PDF à nouveau et réessayez.",
  "files.trouble.notForPosts":
    "Ce n’est ni une image ni un PDF utilisable. Choisissez un fichier JPEG, PNG, WebP, AVIF ou GIF, ou un PDF.",
  "files.trouble.tooMany": "Vous avez déjà ajouté beaucoup de fichiers aujourd’hui. Réessayez demain.",
  "files.trouble.noRoom":
    "Vos fichiers occupent toute la place dont dispose un compte. Retirez-en d’abord de vos messages.",
  "files.trouble.documentTooLarge":
    "Le PDF dépasse 16 Mo. Enregistrez-le en plus petit ou indiquez plutôt son lien.",
  "files.trouble.notPdf": "Ce n’est pas un PDF. Choisissez un fichier PDF ou indiquez plutôt un lien.",
  "files.trouble.pdfUnread":
    "Les pages de ce PDF ne peuvent pas être lues avec le temps et la mémoire qu’un document demande. Enregistrez-le à nouveau avec un autre programme ou indiquez plutôt son lien.",
  "files.picture": "Image",
  "files.add": "Ajouter une image ou un PDF",
  "files.addHint": "4 Mo au plus. Le lieu, l’appareil et les autres données cachées en sont retirés.",
  "files.addNow": "Ajouter le fichier au texte",
} as const;
