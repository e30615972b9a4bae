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
  "files.trouble.pdfBroken":
    "The PDF cannot be read: the file is damaged or incomplete. Save it again, or choose another one.",
  "files.trouble.pdfLocked":
    "The PDF is locked by a password or by encryption. Save it without, and try again.",
  "files.trouble.pdfMixed":
    "Something else hangs behind the PDF in this file. Save the PDF anew, and try again.",
  "files.trouble.notForPosts":
    "This is neither a picture nor a PDF that can be used. Choose a JPEG, PNG, WebP, AVIF or GIF file, or a PDF.",
  "files.trouble.tooMany": "You have uploaded many files today. Try again tomorrow.",
  "files.trouble.noRoom":
    "Your files take all the room that one account has. Take some out of your posts first.",
  "files.trouble.documentTooLarge":
    "The PDF is larger than 16 MB. Save it smaller, or give its link instead.",
  "files.trouble.notPdf": "This is not a PDF. Choose a PDF file, or give a link instead.",
  "files.trouble.pdfUnread":
    "The pages of this PDF cannot be read within the time and memory that a document needs. Save it anew with another program, or give its link instead.",
  "files.picture": "Picture",
  "files.add": "Add a picture or PDF",
  "files.addHint": "Up to 4 MB. Place, device and other hidden data are taken out of it.",
  "files.addNow": "Add the file to the text",
} as const;
