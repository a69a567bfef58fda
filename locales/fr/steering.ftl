# Annuler, revenir, recommencer, les boutons qui arrivent trop tard.

cancelled = C'est annulé. Rien n'a été envoyé.
start-over = Bien, reprenons du début. Qu'est-ce qui ne va pas, et où ?
back-at-beginning = C'est par là que nous avons commencé. Dites « annuler » pour abandonner.
where-we-were = Revenons où nous en étions :
button-unknown = Ce bouton ne fonctionne plus.
button-answered = Vous avez déjà répondu.
button-withdrawn = Cette question est close. Dites-moi ce qui ne va pas et où pour recommencer.
    .sms = Cette question est close. Écrivez ce qui ne va pas et où pour recommencer.
button-expired = C'était il y a un moment. Rien n'est perdu, voici où nous en étions :
