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
} as const;
