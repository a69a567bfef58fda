# Un problème, plusieurs personnes : rejoindre un signalement existant, en suivre un par son numéro.

join-which = { $count ->
    [one] C'est peut-être déjà connu. Est-ce celui-ci ?
   *[other] C'est peut-être déjà connu. Est-ce l'un de ceux-ci ?
}
join-own = Vous avez déjà signalé quelque chose de très proche. Est-ce la même chose ?
join-joined-before = Vous avez déjà rejoint un signalement très proche. Est-ce la même chose ?
join-what = { $number } · { $service }
join-where = 📍 { $place }
join-where-away = 📍 { $place } (à { $metres } m environ)
join-since = Signalé le { $date } – { $state }
join-others = { $count ->
    [one] 👥 { $count } autre personne a aussi ce problème
   *[other] 👥 { $count } autres personnes ont aussi ce problème
}
join-yes = Oui, moi aussi
join-yes-number = Oui, { $number }
join-no = Non, un autre
join-add = Compléter
join-another = C'est autre chose
join-gone = Le signalement { $number } a été clos entre-temps ; envoyons donc le vôtre.
join-added = Merci, j'ai ajouté cela à votre signalement { $number }.
joined = 🤝 Merci. Vous êtes maintenant { $count } pour le signalement { $number }. Vous aurez de nos nouvelles d'ici le { $due }, et à chaque étape avant cela.
    .sms = Merci. Vous avez rejoint le signalement { $number }. Réponse d'ici le { $due }.
join-photo = Une photo de l'état actuel aide l'équipe : envoyez-la simplement.
    .sms = { "" }
join-no-photo = Pas de photo
join-photo-kept = Merci, votre photo est maintenant jointe au signalement { $number }.
join-without-photo = Très bien. Vous saurez tout ce qui arrive au signalement { $number }.

follow = Suivre
follow-no-more = Ne plus suivre
follow-begun = 🔔 Vous saurez tout ce qui arrive au signalement { $number }.
follow-already = Vous suivez déjà le signalement { $number }.
follow-ended = Vous ne recevrez plus rien sur le signalement { $number }.
follow-never = Vous ne suivez pas le signalement { $number }.
follow-own = Le signalement { $number } est le vôtre : vous saurez ce qu'il devient.
mine-followed = Vous suivez aussi :

notice-closed-followed = 🏁 Le signalement { $number } ({ $service }), que vous suivez, est clos : { $why }
notice-question-joined =
    ❓ { $department } pose une question sur le signalement { $number }, que vous avez rejoint :

    « { $words } »

    Répondez simplement ici.
notice-reopened = 🔁 Le signalement { $number } est rouvert : quelqu'un dit que ce n'est pas réparé. Réponse promise d'ici le { $due }.

staff-card-joined = { $count ->
    [one] 👥 { $count } autre habitant a le même problème
   *[other] 👥 { $count } autres habitants ont le même problème
}
staff-card-said = { $at } · { $who } : « { $words } »
staff-headline-joined = Nouvel élément sur un signalement
staff-headline-reopened-joined = Contesté : un habitant qui s'est joint dit que ce n'est pas réparé
history-joined = le même problème
history-joiner = habitant qui s'est joint
