/** Textes français du forum par courriel : courriels, réglages et messages reçus. */
export const boardMail = {
  "boardMail.title": "Courriels du forum",
  "boardMail.lead": "Ce dont vous êtes informé sur le forum peut aussi vous parvenir par courriel.",
  "boardMail.when": "Quand les courriels arrivent",
  "boardMail.rhythm.at-once":
    "Aussitôt : en moins d’une minute ; ce qui arrive ensemble tient dans un seul courriel",
  "boardMail.rhythm.daily": "Une fois par jour, en un seul courriel",
  "boardMail.rhythm.weekly": "Une fois par semaine, le lundi, en un seul courriel",
  "boardMail.rhythm.never": "Jamais",
  "boardMail.discreet":
    "Ce que vous avez déjà lu ici n’est pas envoyé. Les objets ne disent rien tant que votre compte demande des courriels discrets.",
  "boardMail.shown": "Ce que les autres voient de vous",
  "boardMail.shownHint":
    "Seulement dans les espaces réservés aux membres, et seulement par celles et ceux qui le montrent aussi. Rien n’en est conservé.",
  "boardMail.presence": "Montrer que je suis là",
  "boardMail.typing": "Montrer que j’écris",
  "boardMail.stop.title": "Ne plus recevoir les courriels du forum",
  "boardMail.stop.what":
    "Ensuite, aucun courriel ne viendra plus du forum. Ce dont vous êtes informé reste sur la page des notifications.",
  "boardMail.stop.submit": "Arrêter tous les courriels du forum",
  "boardMail.stopThread.title": "Ne plus recevoir de courriels sur ce fil",
  "boardMail.stopThread.what":
    "Ensuite, vous ne serez plus informé de rien dans ce fil de discussion. Tout le reste demeure.",
  "boardMail.stopThread.submit": "Arrêter les courriels sur ce fil",
  "boardMail.stopAll": "Arrêter tous les courriels du forum",
  "done.board-mail": "Votre choix a été enregistré.",
  "done.board-mail-stopped": "C’est arrêté.",
  "boardMail.letter.subject": "Du nouveau pour vous",
  "boardMail.letter.in": "Dans le fil « {title} », forum « {board} » :",
  "boardMail.by.mention": "{handle} vous a mentionné le {moment} :",
  "boardMail.by.mentionOfCso": "{handle} a mentionné votre OSC le {moment} :",
  "boardMail.by.quote": "{handle} vous a répondu le {moment} :",
  "boardMail.by.answer": "Le message de {handle} du {moment} a été retenu comme réponse :",
  "boardMail.by.reply": "{handle} a écrit le {moment} :",
  "boardMail.by.thread": "{handle} a ouvert le fil le {moment} :",
  "boardMail.letter.open": "Ouvrir le fil",
  "boardMail.letter.rest": {
    one: "{count} autre message se trouve dans le fil.",
    other: "{count} autres messages se trouvent dans le fil.",
  },
  "boardMail.replyPublic":
    "Répondez à ce courriel pour répondre dans le fil. Le forum est public : tout le monde peut lire votre réponse.",
  "boardMail.replyMembers":
    "Répondez à ce courriel pour répondre dans le fil. Toutes les personnes qui ont accès à ce forum peuvent lire votre réponse.",
  "boardMail.footer":
    "Envoyé par {host}. L’adresse de réponse n’appartient qu’à vous : ne la transmettez pas.",
  "boardMail.settings": "Choisir comment les courriels arrivent",
  "boardMail.links": "Courriels",
  "boardMail.digest.subject": "Du nouveau pour vous",
  "boardMail.digest.lead": "Depuis le dernier courriel, dans ce que vous suivez ou qui vous mentionne :",
  "boardMail.digest.mention": "{handle} vous a mentionné : {excerpt}",
  "boardMail.digest.mentionOfCso": "{handle} a mentionné votre OSC : {excerpt}",
  "boardMail.digest.quote": "{handle} vous a répondu : {excerpt}",
  "boardMail.digest.answer": "Retenu comme réponse, de {handle} : {excerpt}",
  "boardMail.digest.reply": "{handle} : {excerpt}",
  "boardMail.digest.thread": "{handle} a ouvert : {excerpt}",
  "boardMail.digest.all": "Toutes les notifications",
  "boardMail.digest.rest": {
    one: "{count} autre notification se trouve sur la page des notifications.",
    other: "{count} autres notifications se trouvent sur la page des notifications.",
  },
  "boardMail.address.title": "Ouvrir un fil par courriel",
  "boardMail.address.what":
    "Écrivez à cette adresse depuis l’adresse électronique de votre compte. L’objet devient le titre. Cette adresse n’appartient qu’à vous : ne la transmettez pas.",
  "boardMail.attachments": {
    one: "(Un fichier joint au courriel n’a pas été repris.)",
    other: "({count} fichiers joints au courriel n’ont pas été repris.)",
  },
  "boardMail.refused.subject": "Votre courriel n’a pas été publié",
  "boardMail.refused.lead": "Votre courriel au forum n’a pas été publié.",
  "boardMail.refused.locked": "Le fil n’accepte plus de nouveaux messages.",
  "boardMail.refused.merged": "Le fil a été réuni à un autre : répondez-y.",
  "boardMail.refused.suspended":
    "Vous ne pouvez pas publier pour le moment : les modérateurs en ont décidé ainsi. On vous a dit pourquoi, jusqu’à quand et comment faire appel.",
  "boardMail.refused.forbidden": "Vous ne pouvez pas y écrire.",
  "boardMail.refused.gone": "L’endroit auquel vous avez écrit n’existe plus pour vous.",
  "boardMail.refused.too-many":
    "Vous avez beaucoup publié en peu de temps. Veuillez renvoyer ce message plus tard.",
  "boardMail.refused.too-long":
    "Le texte est plus long qu’un message ne peut l’être : {most} caractères au plus.",
  "boardMail.refused.no-title":
    "Un fil a besoin d’un titre : l’objet du courriel, de {most} caractères au plus.",
  "boardMail.refused.invalid": "Le texte ne peut pas être publié tel quel.",
  "boardMail.refused.kept": "Rien n’est perdu. Voici ce que vous avez écrit :",
  "boardMail.refused.there": "Ouvrir le fil",
  "boardMail.waits.subject": "Votre message attend",
  "boardMail.waits.lead":
    "Votre courriel est devenu un message. Les modérateurs le lisent avant que les autres le voient, comme les premiers messages de tous les nouveaux membres.",
};
