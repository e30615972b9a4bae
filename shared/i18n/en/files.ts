/** English texts of the files room: why a picture is not taken. */
export const files = {
  "files.trouble.empty": "The file is empty. Choose another one.",
  "files.trouble.tooLarge": "The file is larger than 4 MB. Make the picture smaller and try again.",
  "files.trouble.type":
    "This is not a picture that can be used. Choose a JPEG, PNG, WebP, AVIF or GIF file (no SVG).",
  "files.trouble.pixels": "The picture has more than 40 million pixels. Make it smaller and try again.",
  "files.trouble.animated": "The picture moves. Choose one that stands still.",
  "files.trouble.broken":
    "The picture cannot be read: the file is damaged or incomplete. Save it again, or choose another one.",
} as const;
