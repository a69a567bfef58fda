# Doublons fusionnés en un signalement, et séparés à nouveau ; ce qui va à une deuxième personne ; photos du résultat.

state-merged = traité avec le signalement { $number }
state-hidden = non retenu
history-merged = l'a fusionné avec { $number }
history-absorbed = y a fusionné { $number }
history-split = l'a séparé à nouveau
history-released = { $number } en a été séparé
history-flagged = l'a marqué : { $kind }
history-pictured = a ajouté une photo
step-split = Séparer
step-pictured = Ajouter une photo
more-merge = Fusionner avec …
more-flag = Indésirable ou abus
merge-which = Avec quel signalement fusionner le { $number } ? Choisissez, ou écrivez son numéro.
merge-into = Avec le { $number }
order-merge = Fusionner le signalement { $number } avec le { $other } ? Tous ceux qui suivent le { $number } suivront alors le { $other }.
order-split = Séparer le signalement { $number } du { $other } ? Il revient avec ceux qui le suivaient.
order-set = Traités avec lui : { $numbers }.
order-reach = { $count ->
    [one] { $count } habitant sera informé.
   *[other] { $count } habitants seront informés.
}
order-photos = { $count ->
    [one] 📷 { $count } photo l'accompagne.
   *[other] 📷 { $count } photos l'accompagnent.
}
staff-photo-send = Envoyez la photo du signalement { $number }. L'habitant et tous ceux qui le suivent la verront.
staff-note-photos = 📷 La photo l'accompagne. Une phrase pour l'habitant au sujet du signalement { $number } ? Écrivez-la, ou fermez sans.

notice-merged = 🤝 Votre signalement { $number } porte sur la même chose que le signalement { $other } : la ville traite les deux ensemble. Le vôtre n'est pas perdu, vous apprendrez chaque étape du { $other }.
    .sms = Votre signalement { $number } est traité avec le { $other }, sur la même chose. Vous apprendrez chaque étape.
notice-merged-followed = 🤝 Le signalement { $number }, que vous suivez, est maintenant traité avec le { $other }. Vous apprendrez chaque étape du { $other }.
notice-split = Le signalement { $number } est de nouveau traité à part. Réponse promise d'ici le { $due }.
notice-closed-merged = 🏁 Le signalement { $number } ({ $service }), avec lequel votre signalement { $own } est traité, est clos : { $why }
notice-pictured = 📷 { $department } montre ce qui a été fait pour le signalement { $number }.
    .sms = Signalement { $number } : { $department } a une photo de ce qui a été fait. Un SMS ne peut pas la montrer.
merged-different = C'est autre chose
merged-what = En quoi est-ce différent ? Écrivez une phrase ou envoyez une photo, et le signalement { $number } sera de nouveau traité à part.
    .sms = En quoi est-ce différent ? Écrivez une phrase, et le signalement { $number } sera de nouveau traité à part.

history-reopened-merged = c'est autre chose
history-reopened-hidden = ni indésirable ni abus
staff-headline-reopened-merged = Contesté : un habitant dit que c'est autre chose
staff-headline-reopened-hidden = Contesté : l'habitant dit que ce n'est ni indésirable ni un abus
staff-headline-given = C'est à vous de voir, car { $closer } l'avait clos.
staff-headline-judging = À vous de le voir ou de le confier à quelqu'un : { $closer } l'avait clos.
contest-promise = Réponse promise d'ici le { $due }.

refused-merged-into-itself = Un signalement ne peut pas être fusionné avec lui-même : le { $number } est le même.
refused-merged-into-private = Le signalement { $number } est privé : seul son auteur en a des nouvelles, on ne peut donc pas y fusionner un autre.
refused-merged-already = Le signalement { $number } est déjà fusionné : il est traité avec le { $into }.
refused-closed-already = Le signalement { $number } est clos. Seuls des signalements ouverts peuvent être fusionnés.
refused-not-merged = Le signalement { $number } n'est fusionné avec aucun autre : il n'y a rien à séparer.
