# Plusieurs sujets dans un message.

matter = { $position }. { $service }
matter-in-words = { $position }. « { $words } »
place-same = Au même endroit : { $place }
card-check-all = { $count ->
    [2] Vous parlez de deux choses. Est-ce que j'envoie les deux ?
   *[other] Vous parlez de { $count } choses. Est-ce que j'envoie le tout ?
}
card-joins = 🤝 Vous rejoignez le signalement { $number }.
change-one = Modifier { $position }
send-all = { $count ->
    [2] Envoyer les deux
   *[other] Envoyer les { $count }
}
change-leave-out = Ne pas envoyer celui-ci
which-matter = Duquel parlez-vous ?
which-none = D'aucun
report-saved-all = ✅ Merci. Vous aurez de nos nouvelles à chaque étape :
joined-line = { $number } · 🤝 vous êtes maintenant { $count } à l'avoir – réponse d'ici le { $due }
report-saved-line = { $number } · { $service } – réponse d'ici le { $due }
    .sms = { $number } { $service }, d'ici le { $due }
report-place-of = Pour le signalement { $number } :
