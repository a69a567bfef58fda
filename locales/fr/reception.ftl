# Bonjour, aide, et ce que personne n'a compris.

start =
    Bonjour ! Ici la mairie de { $city }. Dites-moi avec vos mots ce qui est cassé, sale ou dangereux, et où.

    Par exemple : « Le lampadaire devant le 12 rue des Ormes est éteint. » Je le note, je l'envoie au bon service et je vous dis ce qu'il en advient.

    /mine montre vos signalements · /language change de langue · /help en dit plus
    .sms = Mairie de { $city }. Écrivez ce qui est cassé, sale ou dangereux, et où ; je vous dis ce qu'il en advient. AIDE en dit plus. STOP arrête les messages.
help =
    Écrivez ce qui ne va pas et où, comme vous le diriez à un voisin. Une photo ou votre position aide.

    Vous pouvez dire « non, l'autre », « retour », « annuler » ou « recommencer » à tout moment, et demander « où en est mon signalement ? » ou écrire son numéro.

    Vous aimeriez du nouveau ? « Ce serait bien d'avoir … » devient une proposition que d'autres peuvent soutenir. Ou posez simplement une question.

    /mine – vos signalements, propositions et questions, et ce qu'ils sont devenus
    /proposals – ce que les gens proposent
    /meetings – des responsables qui répondent
    /consultations – ce que la ville demande en ce moment
    /vote – ce qui est soumis au vote
    /digest – résumés : quand et sur quoi
    /language – anglais, français, espagnol

    En danger ? Appelez d'abord le numéro d'urgence.
    .sms = Écrivez ce qui ne va pas et où, comme à un voisin. STATUT 1001 : le suivi. Aussi RETOUR, ANNULER, SUITE, LANGUE, STOP. En danger, appelez d'abord.
greeting = Bonjour ! Que peut faire { $city } pour vous ? Dites-moi ce qui ne va pas et où.
you-are-welcome = Avec plaisir. Merci de prendre soin de la ville.
off-topic = Je ne connais que les affaires de la ville. Parlez-moi de ce que la ville devrait réparer, ou demandez des nouvelles de vos signalements.
vote-none-open = Aucun vote n'est ouvert en ce moment.
stop-explained = Écrivez STOP, et je ne vous écrirai plus qu'au sujet de vos propres signalements. Pour ne plus rien recevoir de moi, bloquez cette conversation ; la débloquer me fait revenir.
    .sms = Je ne vous écris qu'au sujet de vos signalements. Écrivez STOP et vous ne recevrez plus rien.
which-answer = Je ne sais pas lequel vous voulez dire. Choisissez, ou dites-le avec vos mots.
    .sms = Je ne sais pas lequel vous voulez dire. Choisissez un numéro.
machine = Je suis un programme de la ville de { $city }. Je mets en ordre ce que vous écrivez ; ce que vous envoyez est lu par des personnes à la mairie, et ce sont elles qui décident. Pour joindre quelqu'un, écrivez « parler à quelqu'un ».
    .sms = Je suis un programme de { $city }. Ce que vous envoyez est lu par des personnes à la mairie. Pour en joindre une : parler à quelqu'un.
data-kept =
    { $city } garde ce que vous écrivez ici pour pouvoir agir et vous répondre : vos mots et vos photos, le nom que donne votre messagerie, votre langue, et ce que sont devenus vos signalements. Ce que d'autres lisent d'un signalement est sans numéros de téléphone, adresses e-mail, plaques ni noms reconnus comme tels.

    Pour voir ce qui est gardé sur vous, ou le faire supprimer, une personne de la mairie doit s'en occuper.
    .sms = { $city } garde vos mots, votre numéro (scellé), votre langue et vos signalements, pour agir et répondre. Pour les voir ou les supprimer, une personne de la mairie doit s'en occuper.
nothing-open = Rien n'est en cours entre nous. Dites-moi ce qui ne va pas et où, et je m'en occupe.
puzzled =
    Désolé, je n'ai pas compris. Dites-moi en quelques mots ce qui ne va pas et où.

    Par exemple : « Nid-de-poule à l'angle de la rue Haute et de la rue du Parc ». Ou écrivez « parler à quelqu'un ».
    .sms = Désolé, je n'ai pas compris. Écrivez ce qui ne va pas et où, par exemple : trou rue Haute, angle rue du Parc. Ou écrivez : parler à quelqu'un.
unsupported = Je ne sais pas lire ce genre de message. Les mots, les photos et votre position, oui.
    .sms = Je ne peux pas ouvrir votre envoi. Écrivez avec des mots ce qui ne va pas et où, s'il vous plaît.
unsupported-picture = Les images ne nous parviennent pas à ce numéro. Écrivez ce que l'on voit, et où c'est, s'il vous plaît.
picture-welcome = Oui, une photo aide l'équipe : envoyez-la ici, et écrivez ce qu'elle montre et où c'est.
    .sms = Oui, envoyez-la ici, et écrivez ce qu'elle montre et où c'est.
edited = Je vois que vous avez modifié un message. J'ai déjà traité la première version : écrivez-moi ce qui change, s'il vous plaît.
unknown-command = Je ne connais pas cette commande. /help montre ce que je sais faire.
    .sms = Je ne connais pas cette commande. Écrivez AIDE.
turn-failed = Désolé, quelque chose s'est mal passé chez nous. Votre message est conservé sous la référence { $reference } et nos techniciens sont prévenus. Réessayez dans un instant, s'il vous plaît.
    .sms = Désolé, une erreur chez nous. Votre message est conservé (réf. { $reference }). Réessayez dans un instant.
share-location = 📍 Partager ma position
